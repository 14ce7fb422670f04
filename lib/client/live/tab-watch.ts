/** Is a tab still there? Each holds a lock as long as it lives, which the browser gives on when it dies, however it dies. */

const nameOf = (room: string, tab: string) => `${room}:${tab}`;

/** Takes the lock of this tab; resolves, when it has it, with how to give it back. */
export function claimTab(room: string, tab: string): Promise<() => void> {
  return new Promise((claimed) => {
    navigator.locks
      .request(nameOf(room, tab), () => new Promise<void>((release) => claimed(release)))
      .catch(() => claimed(() => {}));
  });
}

/** A tab, and the agent that it has open. */
export interface TabInRoom {
  agent: string;
  tab: string;
}

/** Waits for the deaths of other tabs. */
export class TabWatch {
  private readonly watched = new Map<string, AbortController>();

  constructor(
    private readonly room: string,
    private readonly onDeath: (died: TabInRoom) => void,
  ) {}

  /** From now on; the tab has its lock already. */
  watch({ agent, tab }: TabInRoom): void {
    if (this.watched.has(tab)) return;
    const end = new AbortController();
    this.watched.set(tab, end);
    navigator.locks
      .request(nameOf(this.room, tab), { signal: end.signal }, () => {
        if (end.signal.aborted) return;
        this.watched.delete(tab);
        this.onDeath({ agent, tab });
      })
      .catch(() => {});
  }

  /** It said that it goes. */
  forget(tab: string): void {
    this.watched.get(tab)?.abort();
    this.watched.delete(tab);
  }

  close(): void {
    for (const end of this.watched.values()) end.abort();
    this.watched.clear();
  }
}

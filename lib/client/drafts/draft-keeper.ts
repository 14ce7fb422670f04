/** When is a draft written? Soon after a change, and at once when the page goes away. */

import type { Draft } from './draft';
import type { DraftStore, KeptPlace } from './draft-store';

/** The longest that a change waits, in milliseconds: not from the last key on, else endless typing would be never written. */
const SOON_MS = 300;

export interface DraftKeeperOptions {
  id: string;
  store: DraftStore;
  /** What is unsaved at this moment, under the id; null when nothing is. */
  read: () => Draft | null;
  onKept?: (place: KeptPlace) => void;
}

const open = new Set<DraftKeeper>();

/** Keeps the draft of one open editor. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private written: Promise<void> = Promise.resolve();
  private replaces: string[] = [];
  private isKept = false;
  private place: KeptPlace = 'nowhere';

  constructor(private readonly options: DraftKeeperOptions) {
    open.add(this);
  }

  /** Something was typed. */
  changed = (): void => {
    if (open.has(this)) this.timer ??= setTimeout(this.keep, SOON_MS);
  };

  /** Something may have been saved: what is nobody's unsaved work any more goes at once, since the page may go as soon. */
  saved = (): void => {
    if (this.isKept && open.has(this) && this.options.read() === null) void this.keep();
    else this.changed();
  };

  /** From now on this draft holds what that one did, which goes with the next write. */
  takeOver(id: string): Promise<void> {
    this.replaces.push(id);
    return this.keep();
  }

  /** Writes what is unsaved, one write after the other; resolves when it lies there. */
  keep = (): Promise<void> => {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.written = this.written.then(() => this.write());
    return this.written;
  };

  /** As `keep`, for a page that may not live to the end of it. */
  keepAtOnce = (): void => {
    const draft = open.has(this) ? this.options.read() : null;
    if (draft) this.isKept = this.options.store.putInTab(draft) || this.isKept;
    void this.keep();
  };

  /** The page lives on: what was written for its end is not needed where the device has it. */
  comeBack = async (): Promise<void> => {
    await this.keep();
    if (this.place === 'device') this.options.store.removeFromTab(this.options.id);
  };

  /** Writes what is unsaved for the last time. */
  close(): void {
    this.keepAtOnce();
    void this.written.then(() => this.end());
  }

  /** Writes no more. */
  end(): void {
    clearTimeout(this.timer);
    open.delete(this);
  }

  private async write(): Promise<void> {
    if (!open.has(this)) return;
    const { id, store, read, onKept } = this.options;
    const draft = read();
    const replaces = this.replaces.splice(0);
    if (draft) {
      this.isKept = true;
      this.place = await store.put(draft, replaces);
      if (this.place === 'nowhere') this.replaces.push(...replaces);
      onKept?.(this.place);
    } else if (this.isKept || replaces.length > 0) {
      this.isKept = false;
      await store.remove([id, ...replaces]);
      onKept?.('device');
    }
  }
}

/** Writes the drafts of everything that is open on this page. */
export async function keepAllDrafts(): Promise<void> {
  await Promise.all([...open].map((keeper) => keeper.keep()));
}

/** From now on nothing on this page is kept. */
export function endAllDrafts(): void {
  for (const keeper of [...open]) keeper.end();
}

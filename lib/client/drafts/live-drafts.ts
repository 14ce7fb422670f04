/** Which drafts are being written by another tab right now? Those are not left behind. */

const PREFIX = 'muster-draft:';

/** Says to other tabs that this draft is being written; returns how to end that. A crash ends it, too. */
export function claimDraft(id: string): () => void {
  let release = () => {};
  const ended = new Promise<void>((resolve) => {
    release = resolve;
  });
  locks()
    ?.request(PREFIX + id, () => ended)
    .catch(() => {});
  return () => release();
}

/** Ids of the drafts that some tab is writing; null where the browser does not tell, as over plain HTTP. */
export async function liveDrafts(): Promise<ReadonlySet<string> | null> {
  try {
    const held = (await locks()?.query())?.held;
    if (!held) return null;
    const names = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name] : []));
    return new Set(names.map((name) => name.slice(PREFIX.length)));
  } catch {
    return null;
  }
}

function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks;
}

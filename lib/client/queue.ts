/** How is a long list of tasks worked off, a few at a time, so that it can be stopped? */

export type Settled<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'failed'; cause: unknown }
  /** It was not finished, for the queue was stopped. */
  | { kind: 'cancelled' };

export interface QueueOptions<Item, Result> {
  /** How many run at once; at least 1. */
  concurrency: number;
  signal: AbortSignal;
  /** Runs one task. It should give up when the signal says so. */
  task: (item: Item, signal: AbortSignal) => Promise<Result>;
  /** Hears of each task once, as soon as its fate is known. */
  onSettled: (index: number, settled: Settled<Result>) => void;
}

/** Works off all items in order, never more than `concurrency` at once; resolves when each has its fate. Never rejects. */
export async function runQueue<Item, Result>(
  items: readonly Item[],
  options: QueueOptions<Item, Result>,
): Promise<void> {
  const { signal, task, onSettled } = options;
  let next = 0;
  async function work(): Promise<void> {
    while (next < items.length) {
      const index = next++;
      onSettled(index, await settle(items[index] as Item, task, signal));
    }
  }
  const workers = Math.max(1, Math.min(options.concurrency, items.length));
  await Promise.all(Array.from({ length: workers }, work));
}

async function settle<Item, Result>(
  item: Item,
  task: (item: Item, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Settled<Result>> {
  if (signal.aborted) return { kind: 'cancelled' };
  try {
    return { kind: 'done', result: await task(item, signal) };
  } catch (cause) {
    return signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', cause };
  }
}

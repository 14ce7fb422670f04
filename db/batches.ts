/** How are many values passed to one query? In batches: both engines limit the parameters of a statement. */

import { setImmediate } from 'node:timers/promises';

export const BATCH_SIZE = 500;

/** Returns `values` in slices of at most `size`. */
export function inBatches<T>(values: readonly T[], size = BATCH_SIZE): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < values.length; at += size) batches.push(values.slice(at, at + size));
  return batches;
}

/** As `inBatches`, and lets whoever asks something else be answered in between: on SQLite a query holds the thread. */
export async function* inTurns<T>(values: readonly T[]): AsyncGenerator<T[]> {
  for (const batch of inBatches(values)) {
    yield batch;
    await setImmediate();
  }
}

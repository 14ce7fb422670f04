/** How are many values passed to one query? In batches: both engines limit the parameters of a statement. */

export const BATCH_SIZE = 500;

/** Returns `values` in slices of at most `size`. */
export function inBatches<T>(values: readonly T[], size = BATCH_SIZE): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < values.length; at += size) batches.push(values.slice(at, at + size));
  return batches;
}

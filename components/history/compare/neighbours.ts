/** What was changed right before and right after two versions? */

/** Two numbers of versions: from, to. */
export type Step = readonly [from: number, to: number];

/**
 * Returns the step to the older of two versions and the one from the newer on; null at the ends of the history.
 *
 * @example neighboursOf(3, 4, 9) // { earlier: [2, 3], later: [4, 5] }
 */
export function neighboursOf(
  from: number,
  to: number,
  last: number,
): { earlier: Step | null; later: Step | null } {
  const [older, newer] = [Math.min(from, to), Math.max(from, to)];
  return {
    earlier: older > 1 ? [older - 1, older] : null,
    later: newer < last ? [newer, newer + 1] : null,
  };
}

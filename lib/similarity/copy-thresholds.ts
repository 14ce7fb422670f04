/** How much must two documents share for one to count as a copy of the other? */

import { overlapOf } from './shingles';

/** What makes a copy; both figures are shares of distinct shingles. */
export interface CopyThresholds {
  jaccard: number;
  containment: number;
}

/** Do sets of these sizes that share so many shingles count as copies? */
export function isCopy(thresholds: CopyThresholds, shared: number, a: number, b: number): boolean {
  const { jaccard, containment } = overlapOf(shared, a, b);
  return jaccard >= thresholds.jaccard || containment >= thresholds.containment;
}

/** Bounds are computed in floating point; a candidate too many costs little, one too few would be lost. */
const SLACK = 1e-6;

/** How many shingles sets of sizes `a` ≤ `b` must share at least. */
export function needOf({ jaccard, containment }: CopyThresholds, a: number, b: number): number {
  return Math.ceil(Math.min((jaccard / (1 + jaccard)) * (a + b), containment * a) - SLACK);
}

/** How large a set may be that shares `shared` shingles at most with a smaller one of size `a`. */
export function largestFor({ jaccard, containment }: CopyThresholds, a: number, shared: number): number {
  if (shared >= containment * a - SLACK) return Number.POSITIVE_INFINITY;
  return (shared * (1 + jaccard)) / jaccard - a + SLACK;
}

/** How alike are two agents, and of which kind is their likeness? */

import { CONFIG } from './config';
import { isCopy } from './copy-thresholds';
import { scoreRole } from './role';
import { compareShingles } from './shingles';
import type { PairScore } from './types';
import type { WeighedProfile } from './weights';

/** From where on a pair counts, tier by tier. */
export interface PairThresholds {
  jaccard: number;
  containment: number;
  role: number;
}

/** The thresholds of `CONFIG`. */
export const DEFAULT_THRESHOLDS: PairThresholds = { ...CONFIG.copy, role: CONFIG.role.threshold };

/** Sums differ in their last digits with the order of what is summed, and that hangs on which agent came first. */
export const roundScore = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Scores two profiles; null when they reach no tier's threshold. Symmetric. Whoever knows the role score gives it. */
export function scoreWeighed(
  a: WeighedProfile,
  b: WeighedProfile,
  thresholds: PairThresholds,
  known: number = scoreRole(a, b),
): PairScore | null {
  const { jaccard, containment, shared } = compareShingles(a.profile.shingles, b.profile.shingles);
  const role = roundScore(known);
  if (a.profile.sameKey === b.profile.sameKey)
    return { tier: 'same', score: 1, jaccard: 1, containment: 1, role };
  if (isCopy(thresholds, shared, a.profile.shingles.length, b.profile.shingles.length))
    return { tier: 'copy', score: Math.max(jaccard, containment), jaccard, containment, role };
  if (role >= thresholds.role) return { tier: 'role', score: role, jaccard, containment, role };
  return null;
}

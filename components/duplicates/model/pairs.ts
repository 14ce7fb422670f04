/** Which pairs are meant when somebody says that agents are no duplicates, and what is left of a cluster then? Pure. */

import type { DuplicateCluster } from '@/lib/contract';

export type IdPair = [string, string];

/** Every chosen member with every other member, each pair once. */
export function pairsApart(memberIds: readonly string[], chosen: ReadonlySet<string>): IdPair[] {
  const pairs: IdPair[] = [];
  for (const [at, one] of memberIds.entries()) {
    for (const other of memberIds.slice(at + 1)) {
      if (chosen.has(one) || chosen.has(other)) pairs.push([one, other]);
    }
  }
  return pairs;
}

/** As many pairs as one action takes. */
export const MOST_PAIRS = 1_000;

/** Pairs in portions that one action takes. */
export function inPortions(pairs: readonly IdPair[], size: number): IdPair[][] {
  const portions: IdPair[][] = [];
  for (let at = 0; at < pairs.length; at += size) portions.push(pairs.slice(at, at + size));
  return portions;
}

/**
 * The clusters that are left at once when pairs were called not duplicates, until the agents are compared anew: without
 * those of which every pair was set apart. What becomes of the others only a comparison knows.
 */
export function withoutPairs(
  clusters: readonly DuplicateCluster[],
  pairs: readonly IdPair[],
): DuplicateCluster[] {
  const apart = new Set(pairs.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  return clusters.filter(({ members }) => {
    const ids = members.map(({ agentId }) => agentId);
    return !pairsApart(ids, new Set(ids)).every((pair) => apart.has(pair.join(' ')));
  });
}

/** Which agents belong together? Those that are alike most with most others, not by a chain. */

import { CONFIG } from './config';
import { type Link, linkGroups } from './linkage';
import { type Cluster, type PairScore, TIERS, type Tier } from './types';

/** How strong a likeness is: a stronger tier before any score. */
export const strengthOf = ({ tier, score }: Pick<PairScore, 'tier' | 'score'>): number =>
  TIERS.length - TIERS.indexOf(tier) + score;

/** How much text two profiles share. */
export type Overlap = Pick<PairScore, 'jaccard' | 'containment'>;

/** Two profiles by their places, `a` before `b`, that reach a tier. */
export interface PlacedPair extends Link {
  tier: Tier;
  score: number;
  /** Of roles it is worked out when somebody asks for the pairs. */
  overlap: Overlap | null;
}

/** Places a pair. */
export function placePair(one: number, other: number, found: Omit<PlacedPair, keyof Link>): PlacedPair {
  return { a: Math.min(one, other), b: Math.max(one, other), strength: strengthOf(found), ...found };
}

/** Orders clusters: the strongest tier and score first, then by their members. */
export function byStrength(a: Cluster, b: Cluster): number {
  return strengthOf(b) - strengthOf(a) || ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1);
}

/** Places that belong together, ascending; `overlap` is the least of their pairs. */
export interface PlaceGroup {
  members: number[];
  tier: Tier;
  score: number;
  overlap: Overlap;
}

/**
 * Groups the places from 0 up to `count`, the strongest pair first: two groups become one only if most of the pairs
 * between them are in `pairs` (`CONFIG.linkage.share`), so none gets into a group by a chain of boilerplate. `apart` names
 * places that never share a group. A place is in at most one group; groups come in no special order. Independent of the
 * order of `pairs`. Yields now and then.
 */
export function* groupPlaces(
  count: number,
  pairs: readonly PlacedPair[],
  apart: Iterable<readonly [number, number]>,
): Generator<undefined, PlaceGroup[]> {
  const linked = yield* linkGroups(count, pairs, CONFIG.linkage.share, apart);
  const groups = linked.map(groupOfEqual);
  const groupOf: PlaceGroup[] = [];
  for (const group of groups) for (const place of group.members) groupOf[place] = group;
  for (const { a, b, tier, score, overlap, strength } of pairs) {
    const group = groupOf[a];
    if (!group || group !== groupOf[b]) continue;
    if (overlap) {
      group.overlap.jaccard = Math.min(group.overlap.jaccard, overlap.jaccard);
      group.overlap.containment = Math.min(group.overlap.containment, overlap.containment);
    }
    if (strength >= strengthOf(group)) continue;
    group.tier = tier;
    group.score = score;
  }
  return groups;
}

/** A group as it is when all of its members are the same file. */
export function groupOfEqual(members: number[]): PlaceGroup {
  return { members, tier: 'same', score: 1, overlap: { jaccard: 1, containment: 1 } };
}

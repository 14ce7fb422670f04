/** Which agents belong together? Those that are alike most with most others, not by a chain. */

import { CONFIG } from './config';
import { linkGroups } from './linkage';
import { type Cluster, type Pair, type PairScore, TIERS, type Tier } from './types';

/** How strong a likeness is: a stronger tier before any score. */
export const strengthOf = ({ tier, score }: Pick<PairScore, 'tier' | 'score'>): number =>
  TIERS.length - TIERS.indexOf(tier) + score;

/** Two profiles by their places, `a` before `b`. */
export interface PlacedPair extends PairScore {
  a: number;
  b: number;
}

/**
 * Groups agents, the strongest pair first: two groups become one only if most of the pairs between them are in `pairs`
 * (`CONFIG.linkage.share`), so none gets into a cluster by a chain of boilerplate. `distinct` names pairs that a person
 * called no duplicates: they never share a cluster. An agent is in at most one cluster; clusters come strongest first, members
 * by code units. Independent of the order of `ids` and `pairs`. Has no reasons: those need the profiles.
 *
 * @example clusterPairs(['a', 'b', 'c'], [{ a: 'a', b: 'b', tier: 'copy', … }])[0].members // ['a', 'b']
 */
export function clusterPairs(
  ids: readonly string[],
  pairs: readonly Pair[],
  { distinct = [] }: { distinct?: Iterable<readonly [string, string]> } = {},
): Cluster[] {
  const sorted = [...new Set(ids)].sort();
  const places = new Map(sorted.map((id, place) => [id, place]));
  const placed = pairs.flatMap((pair) => {
    const [a, b] = [places.get(pair.a), places.get(pair.b)];
    return a === undefined || b === undefined || a === b
      ? []
      : [{ ...pair, a: Math.min(a, b), b: Math.max(a, b) }];
  });
  const apart = [...distinct].flatMap(([one, other]): [number, number][] => {
    const [a, b] = [places.get(one), places.get(other)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return groupPlaces(sorted.length, placed, apart)
    .map(({ members, tier, score }) => ({
      members: members.map((place) => sorted[place] as string),
      tier,
      score,
      reasons: [],
    }))
    .sort(byStrength);
}

/** Orders clusters: the strongest tier and score first, then by their members. */
export function byStrength(a: Cluster, b: Cluster): number {
  return strengthOf(b) - strengthOf(a) || ((a.members[0] ?? '') < (b.members[0] ?? '') ? -1 : 1);
}

/** Places that belong together; `jaccard` and `containment` are the least of their pairs. */
export interface PlaceGroup {
  members: number[];
  tier: Tier;
  score: number;
  jaccard: number;
  containment: number;
}

/** As `clusterPairs`, of places from 0 up to `count`. Groups come in no special order. */
export function groupPlaces(
  count: number,
  pairs: readonly PlacedPair[],
  apart: Iterable<readonly [number, number]>,
): PlaceGroup[] {
  const links = pairs.map((pair) => ({ a: pair.a, b: pair.b, strength: strengthOf(pair) }));
  const groups = linkGroups(count, links, CONFIG.linkage.share, apart);
  const groupOf = new Map(
    groups.flatMap((members, group) => members.map((place) => [place, group] as const)),
  );
  const found = groups.map(
    (members): PlaceGroup => ({ members, tier: 'same', score: 1, jaccard: 1, containment: 1 }),
  );
  for (const pair of pairs) {
    const at = groupOf.get(pair.a);
    const group = at === undefined || at !== groupOf.get(pair.b) ? undefined : found[at];
    if (!group) continue;
    group.jaccard = Math.min(group.jaccard, pair.jaccard);
    group.containment = Math.min(group.containment, pair.containment);
    if (strengthOf(pair) >= strengthOf(group)) continue;
    group.tier = pair.tier;
    group.score = pair.score;
  }
  return found;
}

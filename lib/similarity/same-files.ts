/** What do pairs of different files say of the files that are the same? */

import { byStrength, groupPlaces, type PlacedPair, type PlaceGroup } from './clusters';
import type { Collection } from './collection';
import { roundScore } from './pair-score';
import { describeCluster } from './reasons';
import { scoreRole } from './role';
import type { Cluster, Pair } from './types';
import type { WeighedProfile } from './weights';

/** Agents whose files are the same, by code units of their ids; they have one profile. */
export interface Unit {
  ids: string[];
  profile: WeighedProfile;
}

/** The different files of a collection, and which of them are alike: `a` and `b` are places in `units`. */
export interface UnitPairs {
  units: Unit[];
  pairs: PlacedPair[];
}

/** Puts agents with the same file into one unit each; units come in the order of their first ids. */
export function listUnits(agents: Iterable<readonly [id: string, profile: WeighedProfile]>): Unit[] {
  const units = new Map<string, Unit>();
  const sorted = [...agents].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, profile] of sorted) {
    const unit = units.get(profile.profile.sameKey);
    if (unit) unit.ids.push(id);
    else units.set(profile.profile.sameKey, { ids: [id], profile });
  }
  return [...units.values()];
}

/** Lists the pairs of agents, one at a time, for of equal files there are many: those of units first, then the others. */
export function* listAgentPairs({ units, pairs }: UnitPairs): Generator<Pair> {
  for (const { ids, profile } of units) {
    const figures = {
      tier: 'same',
      score: 1,
      jaccard: 1,
      containment: 1,
      role: roundScore(scoreRole(profile, profile)),
    } as const;
    for (const [at, a] of ids.entries()) for (const b of ids.slice(at + 1)) yield { a, b, ...figures };
  }
  for (const { a, b, ...score } of pairs) {
    for (const one of units[a]?.ids ?? []) {
      for (const other of units[b]?.ids ?? [])
        yield one < other ? { a: one, b: other, ...score } : { a: other, b: one, ...score };
    }
  }
}

/**
 * Groups the agents as `clusterPairs` does, with reasons. Pairs of `distinct` never share a cluster, not even when their
 * files are the same.
 */
export function clusterUnits(
  found: UnitPairs,
  distinct: Iterable<readonly [string, string]>,
  collection: Collection,
): Cluster[] {
  const { units, pairs, apart } = setApart(found, [...distinct]);
  const groups = groupPlaces(units.length, pairs, apart);
  const grouped = new Set(groups.flatMap(({ members }) => members));
  const alone = units.flatMap(({ ids }, place): PlaceGroup[] =>
    ids.length > 1 && !grouped.has(place)
      ? [{ members: [place], tier: 'same', score: 1, jaccard: 1, containment: 1 }]
      : [],
  );
  return [...groups, ...alone]
    .map((group): Cluster => {
      const own = group.members.map((place) => units[place] as Unit);
      const profiles = own.map(({ profile }) => profile);
      const { tier, score } = group;
      return {
        members: own.flatMap(({ ids }) => ids).sort(),
        tier,
        score,
        reasons: describeCluster(profiles, group, collection),
      };
    })
    .sort(byStrength);
}

/** A unit within which somebody told two files apart comes to pieces: each of its agents is a unit of its own. */
function setApart({ units, pairs }: UnitPairs, distinct: readonly (readonly [string, string])[]) {
  const placeOf = new Map(units.flatMap(({ ids }, place) => ids.map((id) => [id, place] as const)));
  const broken = new Set(
    distinct.flatMap(([a, b]) => {
      const place = placeOf.get(a);
      return a !== b && place !== undefined && place === placeOf.get(b) ? [place] : [];
    }),
  );
  const pieces: Unit[] = [];
  const piecesOf = units.map((unit, place) => {
    const own = broken.has(place) ? unit.ids.map((id) => ({ ...unit, ids: [id] })) : [unit];
    const from = pieces.push(...own) - own.length;
    for (const [at, { ids }] of own.entries()) for (const id of ids) placeOf.set(id, from + at);
    return own.map((_, at) => from + at);
  });
  const between = [...broken].flatMap((place) => {
    const own = piecesOf[place] as number[];
    return own.flatMap((a, at) => own.slice(at + 1).map((b): PlacedPair => ({ a, b, ...SAME })));
  });
  const others = pairs.flatMap(({ a, b, ...score }) =>
    (piecesOf[a] as number[]).flatMap((one) =>
      (piecesOf[b] as number[]).map((other): PlacedPair => ({ a: one, b: other, ...score })),
    ),
  );
  const apart = distinct.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [placeOf.get(one), placeOf.get(other)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b]];
  });
  return { units: pieces, pairs: [...between, ...others], apart };
}

const SAME = { tier: 'same', score: 1, jaccard: 1, containment: 1, role: 1 } as const;

/** What do pairs of different files say of the files that are the same? */

import { byStrength, groupOfEqual, groupPlaces, type PlacedPair, placePair } from './clusters';
import type { Collection } from './collection';
import { describeCluster } from './reasons';
import { compareShingles } from './shingles';
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

/**
 * Lists the pairs of agents, one at a time; of equal files there are many: those of units first, then the others by
 * their units.
 */
export function* listAgentPairs({ units, pairs }: UnitPairs): Generator<Pair> {
  const same = { tier: 'same', score: 1, jaccard: 1, containment: 1 } as const;
  for (const { ids } of units)
    for (const [at, a] of ids.entries()) for (const b of ids.slice(at + 1)) yield { a, b, ...same };
  for (const { a, b, tier, score, overlap } of pairs.toSorted((x, y) => x.a - y.a || x.b - y.b)) {
    const [one, other] = [units[a] as Unit, units[b] as Unit];
    const { jaccard, containment } =
      overlap ?? compareShingles(one.profile.profile.shingles, other.profile.profile.shingles);
    const figures = { tier, score, jaccard, containment };
    for (const first of one.ids) {
      for (const second of other.ids)
        yield first < second ? { a: first, b: second, ...figures } : { a: second, b: first, ...figures };
    }
  }
}

/**
 * Groups the agents as `groupPlaces` does, with reasons: clusters strongest first, members by code units; yields now and
 * then. Pairs of `distinct` never share a cluster, not even when their files are the same.
 */
export function* clusterUnits(
  found: UnitPairs,
  distinct: Iterable<readonly [string, string]>,
  collection: Collection,
): Generator<undefined, Cluster[]> {
  const { units, pairs, apart } = setApart(found, [...distinct]);
  const groups = yield* groupPlaces(units.length, pairs, apart);
  const grouped = new Set(groups.flatMap(({ members }) => members));
  for (const [place, { ids }] of units.entries())
    if (ids.length > 1 && !grouped.has(place)) groups.push(groupOfEqual([place]));
  const clusters: Cluster[] = [];
  for (const group of groups) {
    yield;
    const own = group.members.map((place) => units[place] as Unit);
    clusters.push({
      members: own.flatMap(({ ids }) => ids).sort(),
      tier: group.tier,
      score: group.score,
      reasons: describeCluster(
        own.map(({ profile }) => profile),
        { tier: group.tier, ...group.overlap },
        collection,
      ),
    });
  }
  return clusters.sort(byStrength);
}

/** A unit within which somebody told two files apart comes to pieces: each of its agents is a unit of its own. */
function setApart(found: UnitPairs, distinct: readonly (readonly [string, string])[]) {
  const { units, pairs } = found;
  if (distinct.length === 0) return { ...found, apart: [] };
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
    return own.flatMap((a, at) => own.slice(at + 1).map((b) => placePair(a, b, SAME)));
  });
  const others = pairs.flatMap((pair) =>
    (piecesOf[pair.a] as number[]).flatMap((a) =>
      (piecesOf[pair.b] as number[]).map((b) => ({ ...pair, a, b })),
    ),
  );
  const apart = distinct.flatMap(([one, other]): [number, number][] => {
    const [a, b] = [placeOf.get(one), placeOf.get(other)];
    return a === undefined || b === undefined || a === b ? [] : [[a, b]];
  });
  return { units: pieces, pairs: [...between, ...others], apart };
}

const SAME = { tier: 'same', score: 1, overlap: { jaccard: 1, containment: 1 } } as const;

/** Which agents of a collection are alike, each two of them? */

import { listCandidates } from './candidates';
import type { PlacedPair } from './clusters';
import { buildShard, packSets } from './copy-index';
import { joinCopies } from './copy-join';
import { type PairThresholds, roundScore } from './pair-score';
import { leastBody, leastTopics, mayReachRole, scoreRole } from './role';
import { compareShingles, overlapOf } from './shingles';
import type { Tier } from './types';
import type { WeighedProfile } from './weights';

/** How far a long computation is. Between two of these the caller may stop it, by asking no further. */
export interface Progress {
  done: number;
  total: number;
}

export interface PairSearch {
  thresholds: PairThresholds;
  /** The weakest tier that is looked for. */
  tier: Tier;
}

/** Profiles between two reports: some milliseconds of work. */
const STEP = 64;

/**
 * Finds the pairs of profiles that reach a tier, in steps. Copies: all of them. Roles: those that speak like the same jobs.
 * The pairs come by `a`, then `b`. No two profiles may be the same file, which is what the caller groups first.
 */
export function* pairProfiles(
  profiles: readonly WeighedProfile[],
  { thresholds, tier }: PairSearch,
): Generator<Progress, PlacedPair[]> {
  if (tier === 'same') return [];
  const total = profiles.length * (tier === 'copy' ? 1 : 2);
  const pairs: PlacedPair[] = [];
  const known = new Set<number>();
  const keyOf = (a: number, b: number) => a * profiles.length + b;
  let done = 0;
  for (const found of findCopies(profiles, thresholds)) {
    for (const pair of found) {
      known.add(keyOf(pair.a, pair.b));
      pairs.push(pair);
    }
    if (++done % STEP === 0) yield { done: Math.min(done, profiles.length), total };
  }
  if (tier === 'role') {
    done = profiles.length;
    const limits = { topics: leastTopics(thresholds.role), body: leastBody(thresholds.role) };
    for (const [b, others] of enumerate(listCandidates(profiles, limits))) {
      for (const { slot: a, topics } of others) {
        const one = profiles[a] as WeighedProfile;
        const other = profiles[b] as WeighedProfile;
        if (!mayReachRole(one, other, topics, thresholds.role) || known.has(keyOf(a, b))) continue;
        const role = roundScore(scoreRole(one, other));
        if (role < thresholds.role) continue;
        const { jaccard, containment } = compareShingles(one.profile.shingles, other.profile.shingles);
        pairs.push({ a, b, tier: 'role', score: role, jaccard, containment, role });
      }
      if (++done % STEP === 0) yield { done, total };
    }
  }
  return pairs.sort((x, y) => x.a - y.a || x.b - y.b);
}

function* enumerate<Item>(items: Iterable<Item>): Generator<[number, Item]> {
  let at = 0;
  for (const item of items) yield [at++, item];
}

/** The copies among the profiles, some at a time. */
function* findCopies(
  profiles: readonly WeighedProfile[],
  thresholds: PairThresholds,
): Generator<PlacedPair[]> {
  const packed = packSets(profiles.map(({ profile }) => profile.shingles));
  const sizeOf = (set: number) => (packed.offsets[set + 1] as number) - (packed.offsets[set] as number);
  const membersOf = (set: number) => packed.members.subarray(packed.starts[set], packed.starts[set + 1]);
  const place = (
    one: number,
    other: number,
    figures: { jaccard: number; containment: number },
  ): PlacedPair => {
    const [a, b] = one < other ? [one, other] : [other, one];
    const role = roundScore(scoreRole(profiles[a] as WeighedProfile, profiles[b] as WeighedProfile));
    return { a, b, tier: 'copy', score: Math.max(figures.jaccard, figures.containment), ...figures, role };
  };
  for (let set = 0; set + 1 < packed.starts.length; set++) {
    const members = membersOf(set);
    for (const [at, member] of members.entries()) {
      const rest = members.subarray(at + 1);
      if (rest.length > 0)
        yield Array.from(rest, (other) => place(member, other, { jaccard: 1, containment: 1 }));
    }
  }
  const shards = [buildShard(packed)];
  for (const links of joinCopies({ packed, shards, thresholds })) {
    yield links.flatMap(({ a, b, shared }) => {
      const figures = overlapOf(shared, sizeOf(a), sizeOf(b));
      const others = membersOf(b);
      return [...membersOf(a)].flatMap((one) => Array.from(others, (other) => place(one, other, figures)));
    });
  }
}

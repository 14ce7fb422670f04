/** Which agents of a collection are alike, each two of them? */

import { listCandidates } from './candidates';
import { type Overlap, type PlacedPair, placePair } from './clusters';
import { joinCopies } from './copy-join';
import type { CopyThresholds } from './copy-thresholds';
import { packSets } from './packed-sets';
import { roundScore } from './pair-score';
import { leastBody, leastTopics, reachRole } from './role';
import { overlapOf } from './shingles';
import type { WeighedProfile } from './weights';

/**
 * Finds all copies among the profiles, in no order; yields now and then how many profiles are done. No two profiles may
 * be the same file, which is what the caller groups first.
 */
export function* pairCopies(
  profiles: readonly WeighedProfile[],
  thresholds: CopyThresholds,
): Generator<number, PlacedPair[]> {
  const packed = packSets(profiles.map(({ profile }) => profile.shingles));
  const sizeOf = (set: number) => (packed.offsets[set + 1] as number) - (packed.offsets[set] as number);
  const membersOf = (set: number) => packed.members.subarray(packed.starts[set], packed.starts[set + 1]);
  const pairs: PlacedPair[] = [];
  for (let set = 0; set + 1 < packed.starts.length; set++) {
    const members = membersOf(set);
    for (const [at, one] of members.entries())
      for (const other of members.subarray(at + 1)) pairs.push(placeCopy(one, other, EQUAL));
  }
  yield 0;
  for (const { links, done } of joinCopies(packed, thresholds)) {
    for (const { a, b, shared } of links) {
      const overlap = overlapOf(shared, sizeOf(a), sizeOf(b));
      for (const one of membersOf(a))
        for (const other of membersOf(b)) pairs.push(placeCopy(one, other, overlap));
    }
    yield Math.floor(done * profiles.length);
  }
  return pairs;
}

const EQUAL = { jaccard: 1, containment: 1 };

function placeCopy(one: number, other: number, overlap: Overlap): PlacedPair {
  const score = Math.max(overlap.jaccard, overlap.containment);
  return placePair(one, other, { tier: 'copy', score, overlap });
}

/**
 * Finds the profiles that reach the role score `threshold` and are not among `copies`, in no order; yields now and then
 * how many are done.
 */
export function* pairRoles(
  profiles: readonly WeighedProfile[],
  threshold: number,
  copies: readonly PlacedPair[],
): Generator<number, PlacedPair[]> {
  const copiesOf = listByPlace(copies);
  const limits = { topics: leastTopics(threshold), body: leastBody(threshold) };
  const pairs: PlacedPair[] = [];
  /** Of each profile the last one of which it is a copy, and one more. */
  const marks = new Uint32Array(profiles.length);
  const order = orderByJob(profiles);
  let at = 0;
  for (const others of listCandidates(
    order.map((place) => profiles[place] as WeighedProfile),
    limits,
  )) {
    const place = order[at++] as number;
    const own = profiles[place] as WeighedProfile;
    for (const copy of copiesOf.get(place) ?? []) marks[copy] = at;
    for (let entry = 0; entry < others.length; entry++) {
      const other = order[others.slots[entry] as number] as number;
      if (marks[other] === at) continue;
      const topics = others.topics[entry] as number;
      const role = reachRole(profiles[other] as WeighedProfile, own, topics, threshold);
      const score = role === null ? 0 : roundScore(role);
      if (role === null || score < threshold) continue;
      pairs.push(placePair(other, place, { tier: 'role', score, overlap: null }));
    }
    yield at;
  }
  return pairs;
}

/**
 * The places of the profiles by the job that each speaks most like: whoever comes next meets mostly the same ones, which
 * are still in the processor's cache.
 */
function orderByJob(profiles: readonly WeighedProfile[]): number[] {
  const jobs = profiles.map(({ profile: { topics } }) => {
    const most = Math.max(...topics.map(([, share]) => share));
    return topics.find(([, share]) => share === most)?.[0] ?? -1;
  });
  return [...jobs.keys()].sort((a, b) => (jobs[a] as number) - (jobs[b] as number) || a - b);
}

function listByPlace(pairs: readonly PlacedPair[]): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  const note = (place: number, other: number) => {
    const list = lists.get(place);
    if (list) list.push(other);
    else lists.set(place, [other]);
  };
  for (const { a, b } of pairs) {
    note(a, b);
    note(b, a);
  }
  return lists;
}

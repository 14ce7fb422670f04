/** Which profiles might be like this one? Lists that follow every change, so that the question is cheap. */

import {
  addMeeting,
  chooseHeaviest,
  createMeetings,
  createTopicLists,
  findLargest,
  type HeavyStems,
  type Meetings,
  NO_TOPICS,
} from './candidates';
import type { CollectedProfile, Collection } from './collection';
import { type CopyThresholds, needOf } from './copy-thresholds';
import { enlarge } from './enlarge';
import { createShingleTable, leastHits } from './shingle-table';
import { PROFILE_PARTS } from './types';

export interface LiveLists {
  add(slot: number, profile: CollectedProfile): void;
  remove(slot: number, profile: CollectedProfile): void;
  /**
   * Those that speak most like the same jobs, with a cosine of `least` or more; and where one speaks like no known job,
   * those where the most weight of bodies meets.
   */
  alikeInRole(profile: CollectedProfile, least: number, lookup: HeavyStems): Meetings;
  /** The slots that share so much text that they may be copies, and those of the same file. */
  alikeInText(profile: CollectedProfile, thresholds: CopyThresholds): Set<number>;
}

/** Most profiles that are compared for their jobs, their stems and their text; each takes some 10 µs. */
const MOST_BY_TOPICS = 192;
const MOST_BY_STEMS = 64;
const MOST_BY_TEXT = 64;
/** Entries that are read for one question, so that a stem of many profiles costs no more than this. */
const MOST_READ = 10_000;
/** By so many stems a profile is found: those of its body that weigh most among agents in general. */
const STEMS = 32;

const BODY = PROFILE_PARTS.indexOf('body');

/** Lists without profiles, of the agents of one collection. */
export function createLiveLists({ background }: Pick<Collection, 'background'>): LiveLists {
  const byStem: number[][] = [];
  let sums = new Float64Array(64);
  /** How many shingles each has. */
  let sizes = new Uint32Array(64);
  /** Those that speak like no known job. */
  const bare = new Set<number>();
  const bySameKey = new Map<string, Set<number>>();
  const topics = createTopicLists();
  const table = createShingleTable();

  /** Depends on the profile alone, so that what was added is found again when it goes. */
  function ownStems({ stems, counts, bounds }: CollectedProfile): Uint32Array {
    const [from, to] = [bounds[BODY] as number, bounds[BODY + 1] as number];
    const squares = new Float64Array(to - from);
    for (let at = from; at < to; at++) {
      const weight = Math.log2(1 + (counts[at] as number)) * (background[stems[at] as number]?.rarity ?? 0);
      squares[at - from] = weight * weight;
    }
    return chooseHeaviest(squares, stems.subarray(from, to), STEMS).stems;
  }

  function add(slot: number, profile: CollectedProfile): void {
    if (slot >= sums.length) {
      sums = new Float64Array(2 * slot + 1);
      sizes = enlarge(sizes, 2 * slot + 1);
    }
    sizes[slot] = profile.shingles.length;
    for (const stem of ownStems(profile)) {
      const list = byStem[stem];
      if (list) list.push(slot);
      else byStem[stem] = [slot];
    }
    if (profile.topics.length === 0) bare.add(slot);
    topics.add(slot, profile);
    table.add(slot, profile.shingles);
    const same = bySameKey.get(profile.sameKey);
    if (same) same.add(slot);
    else bySameKey.set(profile.sameKey, new Set([slot]));
  }

  function remove(slot: number, profile: CollectedProfile): void {
    for (const stem of ownStems(profile)) {
      const list = byStem[stem] as number[];
      list[list.indexOf(slot)] = list[list.length - 1] as number;
      list.pop();
    }
    bare.delete(slot);
    topics.remove(slot, profile);
    table.remove(slot, profile.shingles);
    const same = bySameKey.get(profile.sameKey);
    same?.delete(slot);
    if (same?.size === 0) bySameKey.delete(profile.sameKey);
  }

  function alikeInRole(profile: CollectedProfile, least: number, lookup: HeavyStems): Meetings {
    const all = createMeetings();
    topics.meet(profile, least, all);
    const limit =
      all.length > MOST_BY_TOPICS ? findLargest(Float64Array.from(all.topics), MOST_BY_TOPICS) : least;
    const chosen = createMeetings();
    for (const [at, cosine] of all.topics.entries())
      if (cosine >= limit) addMeeting(chosen, all.slots[at] as number, cosine);
    for (const slot of alikeInStems(profile, lookup)) addMeeting(chosen, slot, NO_TOPICS);
    return chosen;
  }

  function alikeInStems(profile: CollectedProfile, { stems, weights }: HeavyStems): number[] {
    const isBare = profile.topics.length === 0;
    if (!isBare && bare.size === 0) return [];
    const found: number[] = [];
    let left = MOST_READ;
    for (const [at, stem] of stems.entries()) {
      const list = byStem[stem] ?? [];
      if (list.length > left) continue;
      left -= list.length;
      const square = (weights[at] as number) ** 2;
      for (let entry = 0; entry < list.length; entry++) {
        const slot = list[entry] as number;
        if (!isBare && !bare.has(slot)) continue;
        if (sums[slot] === 0) found.push(slot);
        (sums[slot] as number) += square;
      }
    }
    return takeMost(found, MOST_BY_STEMS);
  }

  function alikeInText({ shingles, sameKey }: CollectedProfile, thresholds: CopyThresholds): Set<number> {
    const found: number[] = [];
    const unseen = table.visit(shingles, (slot) => {
      if (sums[slot] === 0) found.push(slot);
      (sums[slot] as number) += 1;
    });
    const own = shingles.length;
    const near = found.filter((slot) => {
      const size = sizes[slot] as number;
      const need = needOf(thresholds, Math.min(own, size), Math.max(own, size));
      if ((sums[slot] as number) + unseen >= leastHits(need, size)) return true;
      sums[slot] = 0;
      return false;
    });
    return new Set([...takeMost(near, MOST_BY_TEXT), ...(bySameKey.get(sameKey) ?? [])]);
  }

  /** The `count` slots with the largest sums, which are 0 again after this. */
  function takeMost(found: readonly number[], count: number): number[] {
    const values = Float64Array.from(found, (slot) => sums[slot] as number);
    for (const slot of found) sums[slot] = 0;
    if (found.length <= count) return [...found];
    const least = values.slice().sort()[found.length - count] as number;
    const chosen: number[] = [];
    for (let at = 0; at < found.length && chosen.length < 2 * count; at++)
      if ((values[at] as number) >= least) chosen.push(found[at] as number);
    return chosen;
  }

  return { add, remove, alikeInRole, alikeInText };
}

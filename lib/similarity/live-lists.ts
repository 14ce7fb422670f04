/** Which profiles might be like this one? Lists that follow every change, so that the question is cheap. */

import { createTopicLists, type HeavyStems, type Meeting } from './candidates';
import type { CollectedProfile } from './collection';
import { createShingleTable } from './shingle-table';

export interface LiveLists {
  add(slot: number, profile: CollectedProfile): void;
  remove(slot: number, profile: CollectedProfile): void;
  /** Those that speak most like the same jobs, with a cosine of `least` or more. */
  alikeInTopics(profile: CollectedProfile, least: number): Meeting[];
  /** Those where the most weight of bodies meets, whatever they speak like. */
  alikeInStems(lookup: HeavyStems): Meeting[];
  /** The slots that share the most text, and those of the same file. */
  alikeInText(profile: CollectedProfile): Set<number>;
}

/** Most profiles that are compared for their jobs, their stems and their text; each takes some 10 µs. */
const MOST_BY_TOPICS = 192;
const MOST_BY_STEMS = 64;
const MOST_BY_TEXT = 64;
/** Entries that are read for one question, so that a stem of every profile costs no more than this. */
const MOST_READ = 10_000;

/** Lists without profiles. */
export function createLiveLists(): LiveLists {
  const byStem: number[][] = [];
  let sums = new Float64Array(64);
  const bySameKey = new Map<string, Set<number>>();
  const topics = createTopicLists();
  const table = createShingleTable();

  function add(slot: number, profile: CollectedProfile): void {
    if (slot >= sums.length) sums = new Float64Array(2 * slot + 1);
    for (const stem of profile.distinct) {
      const list = byStem[stem];
      if (list) list.push(slot);
      else byStem[stem] = [slot];
    }
    topics.add(slot, profile);
    table.add(slot, profile.shingles);
    const same = bySameKey.get(profile.sameKey);
    if (same) same.add(slot);
    else bySameKey.set(profile.sameKey, new Set([slot]));
  }

  function remove(slot: number, profile: CollectedProfile): void {
    for (const stem of profile.distinct) {
      const list = byStem[stem] as number[];
      list[list.indexOf(slot)] = list[list.length - 1] as number;
      list.pop();
    }
    topics.remove(slot, profile);
    table.remove(slot, profile.shingles);
    const same = bySameKey.get(profile.sameKey);
    same?.delete(slot);
    if (same?.size === 0) bySameKey.delete(profile.sameKey);
  }

  function alikeInTopics(profile: CollectedProfile, least: number): Meeting[] {
    return topics.meet(profile, least, MOST_BY_TOPICS);
  }

  function alikeInStems({ stems, weights }: HeavyStems): Meeting[] {
    const found: number[] = [];
    let left = MOST_READ;
    for (const [at, stem] of stems.entries()) {
      const list = byStem[stem] ?? [];
      if (list.length > left) continue;
      left -= list.length;
      const square = (weights[at] as number) ** 2;
      for (let entry = 0; entry < list.length; entry++) {
        const slot = list[entry] as number;
        if (sums[slot] === 0) found.push(slot);
        (sums[slot] as number) += square;
      }
    }
    return takeMost(found, MOST_BY_STEMS).map((slot) => ({ slot, topics: null }));
  }

  function alikeInText({ shingles, sameKey }: CollectedProfile): Set<number> {
    const found: number[] = [];
    table.visit(shingles, (slot) => {
      if (sums[slot] === 0) found.push(slot);
      (sums[slot] as number) += 1;
    });
    return new Set([...takeMost(found, MOST_BY_TEXT), ...(bySameKey.get(sameKey) ?? [])]);
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

  return { add, remove, alikeInTopics, alikeInStems, alikeInText };
}

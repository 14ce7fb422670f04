/** Which profiles are worth comparing? Those that speak like the same jobs, and those whose heaviest stems meet. */

import type { CollectedProfile } from './collection';
import type { WeighedProfile } from './weights';

/** Which stems are heavy. */
export interface HeavyOptions {
  /** How much each part counts in the score, in the order of the parts; they sum to 1. */
  shares: readonly number[];
  /** How many stems of a profile are looked up, the heaviest ones. */
  stems: number;
}

/** The heaviest stems of a profile, all parts together; the weights of all its stems have the length 1. */
export interface HeavyStems {
  stems: Uint32Array;
  weights: Float32Array;
}

/**
 * Returns the heaviest stems. The weight of a stem is the root of its squared weights in the parts, each with its share:
 * so the product of two profiles is never less than the sum of their parts' cosines, and no candidate is lost to it.
 */
export function listHeavyStems(
  { profile, weights }: WeighedProfile,
  { shares, stems }: HeavyOptions,
): HeavyStems {
  const squares = new Float64Array(profile.distinct.length);
  for (const [part, share] of shares.entries()) {
    let place = 0;
    for (let at = profile.bounds[part] as number; at < (profile.bounds[part + 1] as number); at++) {
      while (profile.distinct[place] !== profile.stems[at]) place += 1;
      (squares[place] as number) += share * (weights[at] as number) ** 2;
    }
  }
  return chooseHeaviest(squares, profile.distinct, stems);
}

function chooseHeaviest(squares: Float64Array, stems: Uint32Array, most: number): HeavyStems {
  const limit = squares.length <= most ? 0 : (squares.slice().sort()[squares.length - most] as number);
  const chosen: HeavyStems = { stems: new Uint32Array(most), weights: new Float32Array(most) };
  let count = 0;
  // Of those at the limit the first: so many that the number is right.
  for (const wanted of [
    (square: number) => square > limit,
    (square: number) => square === limit && limit > 0,
  ]) {
    for (let place = 0; place < squares.length && count < most; place++) {
      const square = squares[place] as number;
      if (!wanted(square)) continue;
      chosen.stems[count] = stems[place] as number;
      chosen.weights[count++] = Math.sqrt(square);
    }
  }
  return { stems: chosen.stems.subarray(0, count), weights: chosen.weights.subarray(0, count) };
}

/** A profile that is worth comparing, and the cosine of the topics; null where one of the two has none. */
export interface Meeting {
  slot: number;
  topics: number | null;
}

/** From which cosines on two profiles are worth comparing. */
export interface CandidateLimits {
  /** Of their topics. */
  topics: number;
  /** Of their bodies, where one speaks like no known job. */
  body: number;
}

/**
 * For each profile in turn yields the earlier ones that are worth comparing with it, in no order. By topics none is lost;
 * by stems, which lead to those without topics, next to none.
 */
export function* listCandidates(
  profiles: readonly WeighedProfile[],
  limits: CandidateLimits,
): Generator<Meeting[], void> {
  const byTopic = createTopicLists();
  const byStem = createStemLists();
  const bare = createStemLists();
  const anyBare = profiles.some(({ profile }) => profile.topics.length === 0);
  for (const [at, weighed] of profiles.entries()) {
    const { profile } = weighed;
    const byTopics = byTopic.meet(profile, limits.topics);
    byTopic.add(at, profile);
    if (!anyBare) {
      yield byTopics;
      continue;
    }
    const heavy = listHeavyStems(weighed, HEAVY);
    const isBare = profile.topics.length === 0;
    const found = (isBare ? byStem : bare).meet(heavy, PARTIAL * limits.body);
    yield isBare ? found : [...found, ...byTopics];
    byStem.add(at, heavy);
    if (isBare) bare.add(at, heavy);
  }
}

/**
 * The stems of a body that lead to others, and which share of the least cosine they must bring together: of 2,744 pairs
 * among 1,000 generated agents none was lost so.
 */
export const HEAVY: HeavyOptions = { shares: [0, 0, 0, 0, 1], stems: 48 };
const PARTIAL = 0.285;

function createStemLists() {
  const lists = new Map<number, { slots: number[]; weights: number[] }>();
  const sums: number[] = [];

  function add(slot: number, { stems, weights }: HeavyStems): void {
    for (const [place, stem] of stems.entries()) {
      const list = lists.get(stem) ?? { slots: [], weights: [] };
      if (list.slots.length === 0) lists.set(stem, list);
      list.slots.push(slot);
      list.weights.push(weights[place] as number);
    }
  }

  function meet({ stems, weights }: HeavyStems, least: number): Meeting[] {
    const found: number[] = [];
    for (const [place, stem] of stems.entries()) {
      const list = lists.get(stem);
      if (!list) continue;
      const weight = weights[place] as number;
      for (const [entry, slot] of list.slots.entries()) {
        const sum = sums[slot] ?? 0;
        if (sum === 0) found.push(slot);
        sums[slot] = sum + weight * (list.weights[entry] as number);
      }
    }
    const meetings: Meeting[] = [];
    for (const slot of found) {
      if ((sums[slot] as number) >= least) meetings.push({ slot, topics: null });
      sums[slot] = 0;
    }
    return meetings;
  }

  return { add, meet };
}

/** Which profiles speak like which jobs, while they come and go. */
export interface TopicLists {
  add(slot: number, profile: CollectedProfile): void;
  remove(slot: number, profile: CollectedProfile): void;
  /** The slots whose topics have a cosine of `least` or more with these; of more than `most` those with the largest. */
  meet(profile: CollectedProfile, least: number, most?: number): Meeting[];
}

interface TopicList {
  slots: number[];
  shares: number[];
}

/** Lists without profiles. */
export function createTopicLists(): TopicLists {
  const lists: TopicList[] = [];
  let sums = new Float64Array(64);

  function add(slot: number, profile: CollectedProfile): void {
    if (slot >= sums.length) sums = new Float64Array(2 * slot + 1);
    for (const [topic, share] of profile.topics) {
      const list = lists[topic] ?? { slots: [], shares: [] };
      lists[topic] = list;
      list.slots.push(slot);
      list.shares.push(share);
    }
  }

  function remove(slot: number, profile: CollectedProfile): void {
    for (const [topic] of profile.topics) {
      const { slots, shares } = lists[topic] as TopicList;
      const at = slots.indexOf(slot);
      slots[at] = slots[slots.length - 1] as number;
      shares[at] = shares[shares.length - 1] as number;
      slots.pop();
      shares.pop();
    }
  }

  function meet(profile: CollectedProfile, least: number, most = Number.POSITIVE_INFINITY): Meeting[] {
    const found: number[] = [];
    for (const [topic, share] of profile.topics) {
      const list = lists[topic];
      if (!list) continue;
      for (let entry = 0; entry < list.slots.length; entry++) {
        const slot = list.slots[entry] as number;
        if (sums[slot] === 0) found.push(slot);
        (sums[slot] as number) += share * (list.shares[entry] as number);
      }
    }
    const meetings: { slot: number; topics: number }[] = [];
    for (const slot of found) {
      const topics = sums[slot] as number;
      if (topics >= least) meetings.push({ slot, topics });
      sums[slot] = 0;
    }
    if (meetings.length <= most) return meetings;
    return meetings.sort((a, b) => b.topics - a.topics || a.slot - b.slot).slice(0, most);
  }

  return { add, remove, meet };
}

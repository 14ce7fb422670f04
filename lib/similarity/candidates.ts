/** Which profiles are worth comparing? Those that speak like the same jobs, and those whose heaviest stems meet. */

import type { CollectedProfile } from './collection';
import { PROFILE_PARTS } from './types';
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
    if (share === 0) continue;
    let place = 0;
    for (let at = profile.bounds[part] as number; at < (profile.bounds[part + 1] as number); at++) {
      while (profile.distinct[place] !== profile.stems[at]) place += 1;
      (squares[place] as number) += share * (weights[at] as number) ** 2;
    }
  }
  return chooseHeaviest(squares, profile.distinct, stems);
}

/** Returns the `most` stems with the largest squares. */
export function chooseHeaviest(squares: Float64Array, stems: Uint32Array, most: number): HeavyStems {
  const limit = squares.length <= most ? 0 : findLargest(squares, most);
  const chosen: HeavyStems = { stems: new Uint32Array(most), weights: new Float32Array(most) };
  let count = 0;
  // Of those at the limit the first: so many that the number is right.
  for (const atLimit of [false, true]) {
    for (let place = 0; place < squares.length && count < most; place++) {
      const square = squares[place] as number;
      if (atLimit ? square !== limit || limit === 0 : square <= limit) continue;
      chosen.stems[count] = stems[place] as number;
      chosen.weights[count++] = Math.sqrt(square);
    }
  }
  return { stems: chosen.stems.subarray(0, count), weights: chosen.weights.subarray(0, count) };
}

/** Returns the number that `rank − 1` others are larger than or as large as, by Hoare's selection: linear. */
export function findLargest(values: Float64Array, rank: number): number {
  const rest = values.slice();
  const wanted = rest.length - rank;
  for (let from = 0, to = rest.length - 1; from < to; ) {
    const pivot = rest[wanted] as number;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((rest[low] as number) < pivot) low += 1;
      while ((rest[high] as number) > pivot) high -= 1;
      if (low > high) break;
      const value = rest[low] as number;
      rest[low++] = rest[high] as number;
      rest[high--] = value;
    }
    if (high < wanted) from = low;
    if (wanted < low) to = high;
  }
  return rest[wanted] as number;
}

/** Profiles that are worth comparing: many, and so in two lists instead of one of objects. */
export interface Meetings {
  length: number;
  slots: number[];
  /** The cosines of the topics; `NO_TOPICS` where one of the two has none. */
  topics: number[];
}

export const NO_TOPICS = -1;

export const createMeetings = (): Meetings => ({ length: 0, slots: [], topics: [] });

export function addMeeting(meetings: Meetings, slot: number, topics: number): void {
  meetings.slots[meetings.length] = slot;
  meetings.topics[meetings.length++] = topics;
}

/** From which cosines on two profiles are worth comparing. */
export interface CandidateLimits {
  /** Of their topics. */
  topics: number;
  /** Of their bodies, where one speaks like no known job. */
  body: number;
}

/**
 * For each profile in turn yields those that are worth comparing with it, in no order; each two meet once. By topics none
 * is lost; by stems, which lead to those without topics, next to none. The lists are used again by the next.
 */
export function* listCandidates(
  profiles: readonly WeighedProfile[],
  limits: CandidateLimits,
): Generator<Meetings, void> {
  const byTopic = createTopicLists();
  const bare = listBare(profiles);
  const found = createMeetings();
  for (const [at, weighed] of profiles.entries()) {
    found.length = 0;
    byTopic.meet(weighed.profile, limits.topics, found);
    byTopic.add(at, weighed.profile);
    for (const slot of bare.meet(weighed, PARTIAL * limits.body)) {
      // Two that are bare lead to each other, and the later one finds the earlier.
      if (slot < at || !isBare(weighed)) addMeeting(found, slot, NO_TOPICS);
    }
    yield found;
  }
}

/** Speaks it like no known job? */
const isBare = ({ profile }: WeighedProfile): boolean => profile.topics.length === 0;

/**
 * The stems of a body that lead to others, and which share of the least cosine they must bring together: of 2,744 pairs
 * among 1,000 generated agents none was lost so.
 */
export const HEAVY: HeavyOptions = { shares: [0, 0, 0, 0, 1], stems: 48 };
const PARTIAL = 0.285;

interface StemList {
  slots: number[];
  weights: number[];
}

/** The largest number of a stem that any of the profiles has. */
const lastStem = (profiles: readonly WeighedProfile[]): number =>
  profiles.reduce((last, { profile }) => Math.max(last, profile.distinct.at(-1) ?? 0), 0);

/** Leads from the stems of a body to the profiles that speak like no known job: of few collections there are many. */
function listBare(profiles: readonly WeighedProfile[]) {
  const lists: StemList[] = [];
  /** By number of the stem: which list, and one more; 0 for none, as most stems have. */
  const listOf = new Uint32Array(1 + lastStem(profiles));
  for (const [slot, weighed] of profiles.entries()) {
    if (!isBare(weighed)) continue;
    const heavy = listHeavyStems(weighed, HEAVY);
    for (const [place, stem] of heavy.stems.entries()) {
      if (listOf[stem] === 0) listOf[stem] = lists.push({ slots: [], weights: [] });
      const list = lists[(listOf[stem] as number) - 1] as StemList;
      list.slots.push(slot);
      list.weights.push(heavy.weights[place] as number);
    }
  }
  const sums = new Float64Array(profiles.length);

  /** The slots whose heavy stems bring `least` or more to the cosine of the bodies. */
  function meet({ profile: { stems, bounds }, weights }: WeighedProfile, least: number): number[] {
    if (lists.length === 0) return [];
    const found: number[] = [];
    for (let at = bounds[BODY] as number; at < (bounds[BODY + 1] as number); at++) {
      const number = listOf[stems[at] as number] as number;
      if (number === 0) continue;
      const list = lists[number - 1] as StemList;
      for (let entry = 0; entry < list.slots.length; entry++) {
        const slot = list.slots[entry] as number;
        if (sums[slot] === 0) found.push(slot);
        (sums[slot] as number) += (weights[at] as number) * (list.weights[entry] as number);
      }
    }
    const near = found.filter((slot) => (sums[slot] as number) >= least);
    for (const slot of found) sums[slot] = 0;
    return near;
  }

  return { meet };
}

const BODY = PROFILE_PARTS.indexOf('body');

/** Which profiles speak like which jobs, while they come and go. */
export interface TopicLists {
  add(slot: number, profile: CollectedProfile): void;
  remove(slot: number, profile: CollectedProfile): void;
  /** Adds the slots whose topics have a cosine of `least` or more with these. */
  meet(profile: CollectedProfile, least: number, meetings: Meetings): void;
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

  function meet(profile: CollectedProfile, least: number, meetings: Meetings): void {
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
    for (const slot of found) {
      const topics = sums[slot] as number;
      if (topics >= least) addMeeting(meetings, slot, topics);
      sums[slot] = 0;
    }
  }

  return { add, remove, meet };
}

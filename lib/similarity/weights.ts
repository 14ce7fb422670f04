/** How much does each stem of a profile say of what the agent is for, within its collection? */

import type { CollectedProfile } from './collection';
import { enlarge } from './enlarge';
import type { Rarities } from './rarities';
import { PROFILE_PARTS } from './types';

/** A profile whose stems have weights; each part by itself has the length 1. */
export interface WeighedProfile {
  profile: CollectedProfile;
  /** By place in `profile.stems`. */
  weights: Float32Array;
  /** By part: the length of those of its stems that agents in general use, whatever their language. */
  shared: Float64Array;
  /** The stems of the name but for those of titles in general, ascending. */
  focus: Uint32Array;
  /** Which share of the words of the body each of them is. */
  focusShares: Float64Array;
  /** The stems of the name that are disciplines, ascending. */
  disciplines: Uint32Array;
  /** How many words the body has. */
  bodyWords: number;
}

const NAME = PROFILE_PARTS.indexOf('name');
const BODY = PROFILE_PARTS.indexOf('body');

/**
 * How much more a word of the body counts for each time that the description and the name say it: what an agent is for
 * is said there, and what it does about it in the body.
 */
const SAID_BEFORE: readonly [part: number, times: number][] = [
  [PROFILE_PARTS.indexOf('description'), 2],
  [NAME, 3],
];

/**
 * Gives every stem of a profile its weight. What was weighed before of the same profile is overwritten and must not be
 * used any more: so a change of the collection, which makes every weight new, leaves nothing to clear away.
 */
export function weighProfile(
  profile: CollectedProfile,
  rarities: Rarities,
  before: WeighedProfile | null = null,
): WeighedProfile {
  const { stems, counts, bounds } = profile;
  const weights = before?.weights ?? new Float32Array(stems.length);
  const shared = before?.shared ?? new Float64Array(bounds.length - 1);
  raiseBody(profile);
  for (let part = 0; part + 1 < bounds.length; part++) {
    const times = part === BODY ? raised : counts;
    const [from, to] = [bounds[part] as number, bounds[part + 1] as number];
    let square = 0;
    let known = 0;
    for (let at = from; at < to; at++) {
      const stem = stems[at] as number;
      // Once counts 1, four times 2.3, a word of code (a quarter) 0.3.
      const weight = dampen(times[at] as number) * (rarities.values[stem] as number);
      weights[at] = weight;
      square += weight * weight;
      if (rarities.known[stem] === 1) known += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (let at = from; at < to; at++) (weights[at] as number) /= length;
    shared[part] = Math.sqrt(known) / length;
  }
  // A new object, so that what is remembered of the former one is not taken for this one's.
  return before ? { ...before } : { profile, weights, shared, ...readName(profile, rarities) };
}

/** What a name says does not hang on the collection. */
function readName(
  profile: CollectedProfile,
  rarities: Rarities,
): Omit<WeighedProfile, 'profile' | 'weights' | 'shared'> {
  const { stems, counts, bounds } = profile;
  const named = stems.subarray(bounds[NAME], bounds[NAME + 1]);
  const focus = named.filter((stem) => rarities.generic[stem] === 0);
  const disciplines = named.filter((stem) => rarities.discipline[stem] === 1);
  const bodyWords = sum(counts, bounds[BODY] as number, bounds[BODY + 1] as number);
  const focusShares = Float64Array.from(focus, (stem) => countOf(profile, BODY, stem) / (bodyWords || 1));
  return { focus, focusShares, disciplines, bodyWords };
}

/** By quarters: a logarithm takes longer than all else that a weight is made of. */
const LOGARITHMS = Float64Array.from({ length: 1024 }, (_, quarters) => Math.log2(1 + quarters / 4));

const dampen = (times: number): number => {
  const quarters = times * 4;
  return quarters < LOGARITHMS.length && quarters === (quarters | 0)
    ? (LOGARITHMS[quarters] as number)
    : Math.log2(1 + times);
};

/** The counts with the body's raised by what was said before it; until the next profile is weighed. */
let raised = new Float32Array(1024);

function raiseBody({ stems, counts, bounds }: CollectedProfile): void {
  if (raised.length < counts.length) raised = new Float32Array(2 * counts.length);
  raised.set(counts);
  for (const [part, times] of SAID_BEFORE) {
    let at = bounds[BODY] as number;
    const end = bounds[BODY + 1] as number;
    for (let other = bounds[part] as number; other < (bounds[part + 1] as number); other++) {
      while (at < end && (stems[at] as number) < (stems[other] as number)) at += 1;
      if (at < end && stems[at] === stems[other]) (raised[at] as number) += times * (counts[other] as number);
    }
  }
}

function sum(numbers: Float32Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) total += numbers[at] as number;
  return total;
}

/** Returns how often a stem occurs in a part. */
export function countOf({ stems, counts, bounds }: CollectedProfile, part: number, stem: number): number {
  let low = bounds[part] as number;
  let high = (bounds[part + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = stems[middle] as number;
    if (found === stem) return counts[middle] as number;
    if (found < stem) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/**
 * The cosine of one part of two profiles; 0 when either has none. Of two languages only those stems set the lengths
 * that both could have: a translation shares no others.
 */
export function comparePart(a: WeighedProfile, b: WeighedProfile, part: number): number {
  if (part === NAME && (a.profile.nameBits & b.profile.nameBits) === 0) return 0;
  const cosine = part === BODY ? compareBodies(a, b) : multiplyPart(a, b, part);
  if (cosine === 0 || !differInLanguage(a, b)) return cosine;
  return Math.min(1, cosine / ((a.shared[part] as number) * (b.shared[part] as number) || 1));
}

function multiplyPart(a: WeighedProfile, b: WeighedProfile, part: number): number {
  const [left, right] = [a.profile.stems, b.profile.stems];
  const leftEnd = a.profile.bounds[part + 1] as number;
  const rightEnd = b.profile.bounds[part + 1] as number;
  let cosine = 0;
  let at = a.profile.bounds[part] as number;
  let other = b.profile.bounds[part] as number;
  while (at < leftEnd && other < rightEnd) {
    const difference = (left[at] as number) - (right[other] as number);
    if (difference === 0) cosine += (a.weights[at] as number) * (b.weights[other] as number);
    if (difference <= 0) at += 1;
    if (difference >= 0) other += 1;
  }
  return cosine;
}

/**
 * One profile is mostly compared with many in a row: its body's weights are laid out by stem, so that another body is
 * gone through without looking for where the two meet. What is summed does not change by it.
 */
const laid = { profile: null as WeighedProfile | null, weights: new Float32Array(0) };
let lastPair: readonly [WeighedProfile | null, WeighedProfile | null] = [null, null];

function compareBodies(a: WeighedProfile, b: WeighedProfile): number {
  if (laid.profile !== a && laid.profile !== b) {
    const again =
      lastPair[0] === a || lastPair[1] === a ? a : lastPair[0] === b || lastPair[1] === b ? b : null;
    lastPair = [a, b];
    if (again === null) return multiplyPart(a, b, BODY);
    layOut(again);
  }
  return multiplyLaid(laid.profile === a ? b : a);
}

function layOut(weighed: WeighedProfile): void {
  const { profile, weights } = weighed;
  if (laid.profile) {
    const { stems, bounds } = laid.profile.profile;
    for (let at = bounds[BODY] as number; at < (bounds[BODY + 1] as number); at++)
      laid.weights[stems[at] as number] = 0;
  }
  const end = profile.bounds[BODY + 1] as number;
  makeRoom(profile.stems[end - 1] ?? 0);
  for (let at = profile.bounds[BODY] as number; at < end; at++)
    laid.weights[profile.stems[at] as number] = weights[at] as number;
  laid.profile = weighed;
}

function makeRoom(stem: number): void {
  if (stem >= laid.weights.length) laid.weights = enlarge(laid.weights, 2 * stem + 1);
}

function multiplyLaid({ profile: { stems, bounds }, weights }: WeighedProfile): number {
  const [from, to] = [bounds[BODY] as number, bounds[BODY + 1] as number];
  if (from === to) return 0;
  makeRoom(stems[to - 1] as number);
  const other = laid.weights;
  // Two sums, because an addition waits for the one before it.
  let [even, odd] = [0, 0];
  let at = from;
  for (; at + 1 < to; at += 2) {
    even += (weights[at] as number) * (other[stems[at] as number] as number);
    odd += (weights[at + 1] as number) * (other[stems[at + 1] as number] as number);
  }
  if (at < to) even += (weights[at] as number) * (other[stems[at] as number] as number);
  return even + odd;
}

/** A language that could not be told is English: names and terms are. */
function differInLanguage(a: WeighedProfile, b: WeighedProfile): boolean {
  return (a.profile.language ?? 'en') !== (b.profile.language ?? 'en');
}

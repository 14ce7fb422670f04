/** How often does one text use each stem, part by part, and how does it write it? */

import { enlarge } from './enlarge';
import { COUNT_STEPS } from './profile-code';
import { rarityOfNumber } from './stem-numbers';
import { PROFILE_PARTS } from './types';

const PARTS = PROFILE_PARTS.length;

/** The stems of a text have places, in the order in which they come. */
export interface Tally {
  /** By place: the number of the stem. */
  stems: number[];
  /** By place, and within it by part, in quarters; there may be room behind the last. */
  counts: Uint32Array;
  /** By place: the shortest form in which it was written where all forms count, and in the prose. */
  words: (string | undefined)[];
  proseWords: (string | undefined)[];
}

/**
 * By number of a stem: its place in the last tally that had it, and how many stems all tallies before that one had, as
 * one sum. So a new tally finds nothing that was left by another, and nothing is ever cleared.
 */
let places: Float64Array = new Float64Array(1 << 12).fill(-1);
/** How many stems all tallies before this one had. */
let before = 0;
let current: Tally | null = null;

/** A tally of no stem. The one before it takes no more. */
export function createTally(): Tally {
  before += current?.stems.length ?? 0;
  current = { stems: [], counts: new Uint32Array(512 * PARTS), words: [], proseWords: [] };
  return current;
}

/** Counts a stem of the current tally; returns its place. */
export function countStem(tally: Tally, number: number, part: number, steps = COUNT_STEPS): number {
  if (number >= places.length) places = grown(places, number);
  let place = (places[number] as number) - before;
  if (place < 0) {
    place = tally.stems.push(number) - 1;
    places[number] = before + place;
    tally.words.push(undefined);
    tally.proseWords.push(undefined);
    if ((place + 1) * PARTS > tally.counts.length)
      tally.counts = enlarge(tally.counts, 2 * tally.counts.length);
  }
  (tally.counts[place * PARTS + part] as number) += steps;
  return place;
}

function grown(old: Float64Array, number: number): Float64Array {
  const room = new Float64Array(2 * Math.max(old.length, number)).fill(-1);
  room.set(old);
  return room;
}

/** Returns how often a stem occurs in a part, in quarters. */
export const stepsAt = ({ counts }: Tally, place: number, part: number): number =>
  counts[place * PARTS + part] as number;

/** How rare a stem is among agents that is worth a form, for common words explain nothing: less than one in seven. */
const RARE = 2;

/** Keeps the shortest form of a stem, the first by code units of several. */
export function keepWord({ stems }: Tally, words: (string | undefined)[], place: number, word: string): void {
  const known = words[place];
  if (known === word) return;
  if (known === undefined) {
    if (rarityOfNumber(stems[place] as number) >= RARE) words[place] = word;
  } else if (word.length < known.length || (word.length === known.length && word < known))
    words[place] = word;
}

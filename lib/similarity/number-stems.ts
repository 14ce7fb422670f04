/** Which stems has a stored profile, by their numbers and in the order of these? */

import { decodeNumbers } from './base64';
import type { CollectedProfile } from './collection';
import { enlarge } from './enlarge';
import { visitStems } from './profile-code';
import { PROFILE_PARTS, type Profile } from './types';

/** Gives a piece of a text a number. */
export type NumberPiece = (text: string, from: number, to: number) => number;

const PARTS = PROFILE_PARTS.length;
const NAME = PROFILE_PARTS.indexOf('name');

/** Room for one profile's stems, used again by the next. */
const room = {
  /** By place of a stem: a bit for each part that has it, and by place and part how often. */
  parts: new Uint8Array(1024),
  counts: new Float32Array(1024 * PARTS),
  /** By number: the place of the stem, and a bit, so that the numbers need not be sorted. */
  places: new Uint32Array(1024),
  bits: new Uint32Array(1024 / 32),
  words: new Uint32Array(1024),
};

/** Reads a profile; `numberOf` and `formOf` are asked for the numbers of its stems and of how it writes them. */
export function numberStems(profile: Profile, numberOf: NumberPiece, formOf: NumberPiece): CollectedProfile {
  const { size, most, sizes, words } = readStems(profile, numberOf, formOf);
  const bounds = new Uint32Array(PARTS + 1);
  for (let part = 0; part < PARTS; part++)
    bounds[part + 1] = (bounds[part] as number) + (sizes[part] as number);
  const ends = bounds.slice();
  const stems = new Uint32Array(bounds[PARTS] as number);
  const counts = new Float32Array(stems.length);
  const distinct = new Uint32Array(size);
  takeNumbers(distinct, most);
  for (let at = 0; at < size; at++) {
    const number = distinct[at] as number;
    const place = room.places[number] as number;
    for (let left = room.parts[place] as number; left !== 0; left &= left - 1) {
      const part = lowestBit(left);
      const to = (ends[part] as number)++;
      stems[to] = number;
      counts[to] = room.counts[place * PARTS + part] as number;
    }
  }
  return {
    sameKey: profile.sameKey,
    name: profile.name,
    language: profile.language,
    stems,
    counts,
    bounds,
    nameBits: bitsOf(stems.subarray(bounds[NAME], bounds[NAME + 1])),
    words,
    topics: profile.topics,
    distinct,
    shingles: decodeNumbers(profile.shingles),
  };
}

/** Reads a profile's stems into the room; how many there are, the largest number, how many in each part, and the words. */
function readStems(profile: Profile, numberOf: NumberPiece, formOf: NumberPiece) {
  const sizes = new Uint32Array(PARTS);
  let size = 0;
  let most = 0;
  let stem = 0;
  let written = 0;
  visitStems(profile, {
    stem(text, from, to) {
      if (size === room.parts.length) growPlaces();
      stem = numberOf(text, from, to);
      if (stem >= room.places.length) growNumbers(stem);
      if (stem > most) most = stem;
      room.places[stem] = size;
      (room.bits[stem >>> 5] as number) |= 1 << (stem & 31);
      room.parts[size++] = 0;
    },
    count(part, count) {
      (room.parts[size - 1] as number) |= 1 << part;
      room.counts[(size - 1) * PARTS + part] = count;
      (sizes[part] as number) += 1;
    },
    word(text, from, to) {
      if (written === room.words.length) room.words = enlarge(room.words, 2 * written);
      room.words[written++] = stem;
      room.words[written++] = formOf(text, from, to);
    },
  });
  return { size, most, sizes, words: room.words.slice(0, written) };
}

/** Writes the numbers that have a bit, ascending, and takes the bits away. */
function takeNumbers(numbers: Uint32Array, most: number): void {
  const { bits } = room;
  let count = 0;
  for (let word = 0; word <= most >>> 5; word++) {
    for (let left = bits[word] as number; left !== 0; left &= left - 1)
      numbers[count++] = word * 32 + lowestBit(left);
    bits[word] = 0;
  }
}

const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

/** A bit for each stem, as chance has it. */
function bitsOf(stems: Uint32Array): number {
  let bits = 0;
  for (const stem of stems) bits |= 1 << (Math.imul(stem, 0x9e3779b1) >>> 27);
  return bits;
}

function growPlaces(): void {
  room.parts = enlarge(room.parts, 2 * room.parts.length);
  room.counts = enlarge(room.counts, 2 * room.counts.length);
}

function growNumbers(stem: number): void {
  room.bits = enlarge(room.bits, 2 * Math.ceil((stem + 1) / 32));
  room.places = enlarge(room.places, 32 * room.bits.length);
}

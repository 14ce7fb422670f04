/** How is a profile written, so that ten thousand are read in a moment? */

import { decodeBytes, encodeBytes } from './base64';
import { PROFILE_PARTS, type Profile, type ProfileParts } from './types';

/** What a profile says of its stems: the fields of `Profile` that are encoded. */
export type StemCode = Pick<Profile, 'stems' | 'counts' | 'words'>;

const PARTS = PROFILE_PARTS.length;
/** Counts are whole quarters, for a word of code counts a quarter. */
export const COUNT_STEPS = 4;
/** Bits of the first byte of a record, behind those of the parts. */
const WRITTEN = 1 << PARTS;
const AS_STEM = WRITTEN << 1;

/**
 * Encodes stems in the order in which they come: `stepsOf` by place and part how many quarters it counts, `wordOf` how it
 * is written where that is kept. A record of `counts` is a byte that says in which parts the stem is and whether its word is kept, then a count
 * for each of those parts, in quarters, seven bits a byte, the lowest first.
 */
export function encodeStems(
  stems: readonly string[],
  stepsOf: (place: number, part: number) => number,
  wordOf: (place: number) => string | undefined,
): StemCode {
  const bytes: number[] = [];
  const words: string[] = [];
  for (let place = 0; place < stems.length; place++) {
    const stem = stems[place] as string;
    const word = wordOf(place);
    const first = bytes.push(word === undefined ? 0 : word === stem ? AS_STEM : WRITTEN) - 1;
    if (word !== undefined && word !== stem) words.push(word);
    for (let part = 0; part < PARTS; part++) {
      let left = stepsOf(place, part);
      if (left === 0) continue;
      (bytes[first] as number) |= 1 << part;
      for (; left > 127; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
      bytes.push(left);
    }
  }
  return { stems: stems.join(' '), counts: encodeBytes(new Uint8Array(bytes)), words: words.join('|') };
}

/** What `visitStems` tells of, stem by stem. */
export interface StemVisitor {
  /** The stem is the piece of `text` from `from` until `to`. */
  stem(text: string, from: number, to: number): void;
  /** Of the stem before: how often it occurs in a part. */
  count(part: number, count: number): void;
  /** Of the stem before: how it is written, as a piece of `text`. */
  word(text: string, from: number, to: number): void;
}

/** Reads what `encodeStems` wrote, without cutting the stems out. What is damaged ends early. */
export function visitStems({ stems, counts, words }: StemCode, visitor: StemVisitor): void {
  const bytes = decodeBytes(counts);
  let place = 0;
  let wordFrom = 0;
  for (let from = 0; from < stems.length && place < bytes.length; ) {
    const to = endOf(stems, ' ', from);
    const first = bytes[place++] as number;
    visitor.stem(stems, from, to);
    for (let part = 0; part < PARTS; part++) {
      if ((first & (1 << part)) === 0) continue;
      let steps = 0;
      let scale = 1;
      for (let byte = 128; byte > 127 && place < bytes.length; scale *= 128) {
        byte = bytes[place++] as number;
        steps += (byte & 127) * scale;
      }
      visitor.count(part, steps / COUNT_STEPS);
    }
    if ((first & AS_STEM) !== 0) visitor.word(stems, from, to);
    if ((first & WRITTEN) !== 0) {
      const wordTo = endOf(words, '|', wordFrom);
      visitor.word(words, wordFrom, wordTo);
      wordFrom = wordTo + 1;
    }
    from = to + 1;
  }
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end === -1 ? text.length : end;
}

/** Returns how often each stem occurs in each part, stems ascending. */
export function readParts(profile: StemCode): ProfileParts {
  const parts: ProfileParts = { name: [], description: [], opening: [], headings: [], body: [] };
  let stem = '';
  visitStems(profile, {
    stem: (text, from, to) => {
      stem = text.slice(from, to);
    },
    count: (part, count) => parts[PROFILE_PARTS[part] as keyof ProfileParts].push([stem, count]),
    word: () => undefined,
  });
  return parts;
}

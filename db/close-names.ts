/** Which names are written almost like a query? */

import { editDistance } from '@/lib/text';

import { toSearchTerms } from './search';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** How many slips are forgiven in a word; in short ones none, because too many are alike. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Says whether any slip of this query would be forgiven. */
export const forgivesSlips = (query: string): boolean =>
  toSearchTerms(query).some((term) => slipsIn(term) > 0);

/**
 * Returns the names in which every word of the query stands with at most one slip in four letters and more, two in
 * eight and more; the last one may be a beginning, and blanks between words may be missing. The nearest first.
 */
export function closeNames<Named extends { title: string }>(query: string, names: readonly Named[]): Named[] {
  if (!forgivesSlips(query)) return [];
  const slipsOf = slipsIntoTitle(toSearchTerms(query));
  const close: { named: Named; slips: number }[] = [];
  for (const named of names) {
    const slips = slipsOf(named.title);
    if (Number.isFinite(slips)) close.push({ named, slips });
  }
  return close.sort((a, b) => a.slips - b.slips).map(({ named }) => named);
}

/** Returns what counts the slips between the terms and a title, infinite when there are too many. */
function slipsIntoTitle(terms: readonly string[]): (title: string) => number {
  const matchers = terms.map((term, at) => slipsFrom(term, at === terms.length - 1));
  const all = terms.join('');
  const joined = slipsFrom(all, false);
  return (title) => {
    const words = fold(title).match(WORD) ?? [];
    let apart = 0;
    for (const slips of matchers) {
      let least = Number.POSITIVE_INFINITY;
      for (const word of words) least = Math.min(least, slips(word));
      apart += least;
    }
    let length = 0;
    for (const word of words) length += word.length;
    const mayBeJoined = words.length + terms.length > 2 && Math.abs(length - all.length) <= slipsIn(all);
    return mayBeJoined ? Math.min(apart, joined(words.join(''))) : apart;
  };
}

const ASCII = /^[\0-\x7f]*$/;
const fold = (title: string): string => (ASCII.test(title) ? title : title.normalize('NFKC')).toLowerCase();

/** Returns what counts the slips between a term and a word, infinite when there are too many. Names share their words. */
function slipsFrom(term: string, mayBegin: boolean): (word: string) => number {
  const most = slipsIn(term);
  const letters = maskOf(term);
  const known = new Map<string, number>();
  const count = (word: string): number => {
    // Each letter that the word has not at all is a slip.
    if (bitsIn(letters & ~maskOf(word)) > most) return Number.POSITIVE_INFINITY;
    const { length } = term;
    const ends = mayBegin ? [length - 1, length, length + 1].filter((end) => end < word.length) : [];
    const least = Math.min(
      ...[word, ...ends.map((end) => word.slice(0, end))].map((some) => editDistance(term, some, most)),
    );
    return least <= most ? least : Number.POSITIVE_INFINITY;
  };
  return (word) => {
    const slips = known.get(word) ?? count(word);
    known.set(word, slips);
    return slips;
  };
}

/** A bit for each letter that occurs; a few letters share one. */
function maskOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

function bitsIn(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

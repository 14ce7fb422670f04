/** Which of many names does somebody mean who types a few letters? */

import { editDistance } from '@/lib/text';

/** A name that is made ready for many questions. */
export interface Rankable {
  label: string;
  /** Other words that lead to it. */
  also?: string;
}

export interface Prepared<Item> {
  item: Item;
  text: string;
  words: readonly string[];
}

export interface Ranked<Item> {
  items: Item[];
  nearness: number;
}

/** A typo is forgiven in words of so many letters. */
const LEAST_FOR_TYPO = 4;
/** Names with a typo are looked for when fewer than so many are found without. */
const FEW = 5;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/** Makes names ready; ask `rank` of the result as often as somebody types. */
export function prepare<Item extends Rankable>(items: readonly Item[]): Prepared<Item>[] {
  return items.map((item) => {
    const text = fold(item.label);
    return { item, text, words: wordsOf(item.also ? `${text} ${fold(item.also)}` : text) };
  });
}

/**
 * Returns at most `limit` names that fit the query, best first: those that begin with it, then those in which every
 * word of it begins a word, then those that hold its letters in their order, then, when there are few, those with one
 * typo in a word. Equals stay in the order in which they came; all fit an empty query. `nearness` is 0 to 3 for the
 * best of these ways that fits.
 */
export function rank<Item>(query: string, names: readonly Prepared<Item>[], limit: number): Ranked<Item> {
  const asked = fold(query).trim();
  if (asked === '') return { items: names.slice(0, limit).map(({ item }) => item), nearness: 0 };
  const terms = wordsOf(asked);
  const letters = terms.join('');
  const tiers: Prepared<Item>[][] = [[], [], [], []];
  for (const name of names) tiers[tierOf(name, asked, terms, letters)]?.push(name);
  const [begins = [], words = [], order = [], rest = []] = tiers;
  const found = [...begins, ...words, ...bySpread(order, letters)];
  const close = found.length < FEW ? rest.filter((name) => isClose(name, terms)) : [];
  const nearness = [begins, words, order].findIndex(({ length }) => length > 0);
  const items = [...found, ...close].slice(0, limit).map(({ item }) => item);
  return { items, nearness: nearness < 0 ? 3 : nearness };
}

/** 0 to 2 as `rank` says; 3 for what does not fit. */
function tierOf<Item>(
  { text, words }: Prepared<Item>,
  asked: string,
  terms: readonly string[],
  letters: string,
): number {
  if (text.startsWith(asked)) return 0;
  if (terms.length > 0 && terms.every((term) => words.some((word) => word.startsWith(term)))) return 1;
  return spreadOf(text, letters) < Number.POSITIVE_INFINITY ? 2 : 3;
}

/** The closer together the letters stand, the earlier. */
function bySpread<Item>(names: readonly Prepared<Item>[], letters: string): Prepared<Item>[] {
  const spreads = new Map(names.map((name) => [name, spreadOf(name.text, letters)]));
  return [...names].sort((a, b) => (spreads.get(a) ?? 0) - (spreads.get(b) ?? 0));
}

/** Over how many characters the letters are spread, each after the other; infinite when they are not all there. */
function spreadOf(text: string, letters: string): number {
  if (letters === '') return Number.POSITIVE_INFINITY;
  const first = text.indexOf(letters[0] ?? '');
  let at = first;
  for (let i = 1; i < letters.length && at >= 0; i++) at = text.indexOf(letters[i] ?? '', at + 1);
  return at < 0 ? Number.POSITIVE_INFINITY : at - first;
}

/** Every term begins a word, with one slip in all at most. */
function isClose<Item>({ words }: Prepared<Item>, terms: readonly string[]): boolean {
  let slips = 0;
  for (const term of terms) {
    if (words.some((word) => word.startsWith(term))) continue;
    slips++;
    if (slips > 1 || term.length < LEAST_FOR_TYPO || !words.some((word) => isTypoOf(term, word)))
      return false;
  }
  return slips === 1;
}

function isTypoOf(term: string, word: string): boolean {
  const { length } = term;
  const beginnings = [word, ...[length - 1, length, length + 1].map((end) => word.slice(0, end))];
  return beginnings.some((some) => editDistance(term, some, 1) <= 1);
}

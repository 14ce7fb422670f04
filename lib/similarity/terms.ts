/** Which words does a text use, in a form in which "Reviewing" and "reviews" are one? */

import { STOP_WORDS } from './stop-words';
import { listWords } from './words';

/** A word at its place among the terms: what it counts as, and as the text writes it (after NFKC). */
export interface Term {
  stem: string;
  word: string;
}

/** Measured on the seeds and two public collections: longer stems part "architecture" from "architect". */
const STEM_LENGTH = 7;

/**
 * Returns the stems of a text's words, in their order, repetitions included. NFKC and case folded, accents of Latin
 * letters dropped, stop words and bare numbers left out, endings cut lightly and stems at seven letters; Chinese,
 * Japanese, Korean and Thai by pairs of characters. Linear in the length of the text.
 *
 * @example listStems('Reviews the C++ tests') // ['review', 'cpluspl', 'test']
 */
export function listStems(text: string): string[] {
  return listTerms(text).map((term) => term.stem);
}

/** Returns the stems of a text's words as `listStems` does, each beside the word as it is written. */
export function listTerms(text: string): Term[] {
  const terms: Term[] = [];
  for (const word of listWords(text)) {
    if (word.run) for (const pair of pairsOf(word.folded)) terms.push({ stem: pair, word: pair });
    else if (hasMatter(word.folded)) terms.push({ stem: stemOf(word.folded), word: word.word });
  }
  return terms;
}

const NUMBER = /^\p{N}+$/u;

/** Is a folded word more than grammar, a letter or a number? */
export function hasMatter(folded: string): boolean {
  return folded.length > 1 && !STOP_WORDS.has(folded) && !NUMBER.test(folded);
}

const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;

/** Returns the pairs of neighbours in a run of characters; those of hiragana alone are endings and particles. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  return (pairs.length > 0 ? pairs : characters).filter((pair) => !HIRAGANA.test(pair));
}

/** Endings in the order in which they are tried; what is left must keep `keep` letters. */
const ENDINGS: readonly { ending: string; keep: number; put?: string }[] = [
  { ending: 'ies', keep: 3, put: 'y' },
  { ending: 'sses', keep: 2, put: 'ss' },
  { ending: 'ing', keep: 4 },
  { ending: 'ers', keep: 4 },
  { ending: 'ed', keep: 4 },
  { ending: 'er', keep: 4 },
  { ending: 'ors', keep: 4 },
  { ending: 'or', keep: 4 },
  { ending: 'es', keep: 4 },
  { ending: 's', keep: 3 },
];

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['reactjs', 'react'],
  ['vuejs', 'vue'],
  ['angularjs', 'angular'],
  ['expressjs', 'express'],
  ['nodejs', 'nodejs'],
]);

/** Texts use few words often; a hostile one fills this once and is then stemmed anew. */
const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/**
 * Cuts the ending of a folded word: light, and made for words of English that stand in one text with Romance ones.
 *
 * @example stemOf('reviewers') // 'review'
 */
export function stemOf(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const stem = ALIASES.get(word) ?? cutEnding(word);
  if (remembered.size < MOST_REMEMBERED && word.length <= 40) remembered.set(word, stem);
  return stem;
}

function cutEnding(word: string): string {
  let stem = word;
  for (const { ending, keep, put = '' } of ENDINGS) {
    if (!stem.endsWith(ending) || stem.length - ending.length < keep) continue;
    if (ending === 's' && /(?:ss|us|is|js)$/.test(stem)) continue;
    stem = stem.slice(0, -ending.length) + put;
    break;
  }
  if (stem.length >= 5 && /[aeio]$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length >= 5 && /([bdgmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  return stem.length > STEM_LENGTH
    ? [...stem.slice(0, 2 * STEM_LENGTH)].slice(0, STEM_LENGTH).join('')
    : stem;
}

/** What is the matter of a text, in terms that its translation and its paraphrase share? */

import { ENGLISH_LEXICON } from './lexicon-english';
import { LATIN_LANGUAGES, LATIN_LEXICON } from './lexicon-latin';
import { SCRIPT_LANGUAGES, SCRIPT_LEXICON } from './lexicon-scripts';
import { createSliceTable, type SliceTable } from './slice-table';
import { stemEra, stemNumber } from './stem-numbers';
import { hasMatter, pairsOf, stemOf, type Term } from './terms';
import { foldWord, splitWord, visitWords } from './words';

/** The words of one language: whole ones, beginnings, pairs by their first entry, and runs without blanks. */
interface Lexicon {
  whole: Map<string, string[]>;
  beginnings: Map<string, string[]>;
  pairs: Map<string, { second: string; stems: string[] }[]>;
}

const LONGEST = 16;

let lexicons: ReadonlyMap<string, Lexicon> | null = null;

function lexiconOf(language: string): Lexicon | undefined {
  lexicons ??= readLexicons();
  return lexicons.get(language);
}

function readLexicons(): ReadonlyMap<string, Lexicon> {
  const found = new Map<string, Lexicon>();
  readTable(found, ENGLISH_LEXICON, ['en']);
  readTable(found, LATIN_LEXICON, LATIN_LANGUAGES);
  readTable(found, SCRIPT_LEXICON, SCRIPT_LANGUAGES);
  return found;
}

function readTable(lexicons: Map<string, Lexicon>, table: string, languages: readonly string[]): void {
  for (const row of table.trim().split('\n')) {
    const [key = '', ...columns] = row.split('|');
    const stems = canonicalStems(lexicons.get('en'), key);
    for (const [at, language] of languages.entries()) {
      if (!lexicons.has(language))
        lexicons.set(language, { whole: new Map(), beginnings: new Map(), pairs: new Map() });
      const lexicon = lexicons.get(language) as Lexicon;
      for (const entry of (columns[at] ?? '').split(' ')) if (entry) addEntry(lexicon, entry, stems);
    }
  }
}

/** The English words of a row are themselves said in the word that English has for them. */
function canonicalStems(english: Lexicon | undefined, key: string): string[] {
  return [...new Set(key.split(/[ -]/).flatMap((word) => english?.whole.get(word) ?? [stemOf(word)]))];
}

/** The first row that names a word has it. */
function addEntry(lexicon: Lexicon, entry: string, stems: string[]): void {
  const [first = '', second] = entry.split(/[_-]/);
  if (second !== undefined)
    lexicon.pairs.set(first, [...(lexicon.pairs.get(first) ?? []), { second, stems }]);
  else if (!entry.endsWith('*')) {
    if (!lexicon.whole.has(entry)) lexicon.whole.set(entry, stems);
  } else if (!lexicon.beginnings.has(entry.slice(0, -1))) lexicon.beginnings.set(entry.slice(0, -1), stems);
}

/** What a word means in the texts of one language, wherever it stands. */
interface Meaning {
  word: string;
  folded: string;
  terms: NumberedTerm[];
  /** The pairs that it may begin. */
  pairs: { second: string; stems: string[] }[];
}

/** A term and the number of its stem. */
export interface NumberedTerm extends Term {
  number: number;
}

const numbered = (stem: string, word: string): NumberedTerm => ({ stem, word, number: stemNumber(stem) });

/** The meanings of words as they are written, hump by hump, without grammar, letters and numbers. */
interface Memory {
  era: number;
  words: SliceTable;
  meanings: (readonly Meaning[])[];
}

/** By language: texts use few words often. A hostile text fills it once, and is then read anew. */
const remembered = new Map<string, Memory>();
const MOST_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 40;

function memoryOf(language: string): Memory {
  const known = remembered.get(language);
  if (known?.era === stemEra()) return known;
  const fresh = { era: stemEra(), words: createSliceTable(), meanings: [] };
  remembered.set(language, fresh);
  return fresh;
}

const NOTHING: readonly Meaning[] = [];

function learn({ words, meanings }: Memory, written: string, language: string): readonly Meaning[] {
  const found = readMeanings(written, language);
  if (words.size < MOST_REMEMBERED && written.length <= LONGEST_REMEMBERED)
    meanings[words.add(written)] = found;
  return found;
}

function readMeanings(written: string, language: string): readonly Meaning[] {
  const found = splitWord(written, false).filter(({ folded }) => hasMatter(folded));
  return found.length === 0 ? NOTHING : found.map((word) => readMeaning(word, language));
}

function readMeaning({ word, folded }: { word: string; folded: string }, language: string): Meaning {
  const english = lexiconOf('en') as Lexicon;
  const own = language === 'en' ? undefined : lexiconOf(language);
  const stems = (own && find(own, folded)) ?? english.whole.get(folded) ?? [stemOf(folded)];
  return {
    word,
    folded,
    terms: stems.map((stem) => numbered(stem, word)),
    pairs: [...(own ? pairsFrom(own, folded) : []), ...pairsFrom(english, folded)],
  };
}

/** Only a pair whose first word is a beginning is looked up by beginnings. */
function pairsFrom({ pairs }: Lexicon, word: string): Meaning['pairs'] {
  const found = [...(pairs.get(word) ?? [])];
  for (let length = 3; length <= Math.min(word.length, LONGEST); length++)
    found.push(...(pairs.get(`${word.slice(0, length)}*`) ?? []));
  return found;
}

/**
 * Returns the terms of a text as `listTerms` does, but in words that languages share: a word that the lexicon of the
 * text's language or of English names becomes the English stems that stand there. What no lexicon names stays.
 *
 * @example listConcepts('revisão de segurança', 'pt').map(({ stem }) => stem) // ['review', 'securit']
 */
export function listConcepts(text: string, language: string | null): NumberedTerm[] {
  const terms: NumberedTerm[] = [];
  const spoken = language ?? 'en';
  const own = spoken === 'en' ? undefined : lexiconOf(spoken);
  const memory = memoryOf(spoken);
  /** May begin a pair with the next word of matter. */
  let before: Meaning | null = null;
  const flush = () => {
    if (before) for (const term of before.terms) terms.push(term);
    before = null;
  };
  visitWords(text, (text, from, to, run) => {
    if (run) {
      flush();
      addRun(terms, foldWord(text.slice(from, to)), own);
      return;
    }
    const known = memory.words.find(text, from, to);
    const meanings =
      known >= 0
        ? (memory.meanings[known] as readonly Meaning[])
        : learn(memory, text.slice(from, to), spoken);
    for (const meaning of meanings) {
      const first: Meaning | null = before;
      const pair = first ? pairAt(first, meaning.folded) : undefined;
      if (!first || !pair) {
        flush();
        before = meaning;
        continue;
      }
      for (const stem of pair) terms.push(numbered(stem, `${first.word} ${meaning.word}`));
      before = null;
    }
  });
  flush();
  return terms;
}

function pairAt({ pairs }: Meaning, next: string): string[] | undefined {
  if (pairs.length === 0) return undefined;
  return pairs.find(({ second }) =>
    second.endsWith('*') ? next.startsWith(second.slice(0, -1)) : next === second,
  )?.stems;
}

function find(lexicon: Lexicon, word: string): string[] | undefined {
  const whole = lexicon.whole.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, LONGEST); length >= 2; length--) {
    const stems = lexicon.beginnings.get(word.slice(0, length));
    if (stems) return stems;
  }
  return undefined;
}

const LONGEST_IN_RUN = 9;

/** The longest word that the lexicon has at each place; what lies between by pairs. */
function addRun(terms: NumberedTerm[], run: string, own: Lexicon | undefined): void {
  let rest = '';
  const flush = () => {
    if (rest) for (const pair of pairsOf(rest)) terms.push(numbered(pair, pair));
    rest = '';
  };
  for (let at = 0; at < run.length; ) {
    const word = own && wordAt(own, run, at);
    if (!word) {
      const character = String.fromCodePoint(run.codePointAt(at) as number);
      rest += character;
      at += character.length;
      continue;
    }
    flush();
    for (const stem of own.whole.get(word) ?? []) terms.push(numbered(stem, word));
    at += word.length;
  }
  flush();
}

function wordAt(lexicon: Lexicon, run: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST_IN_RUN, run.length - at); length >= 1; length--) {
    const word = run.slice(at, at + length);
    if (lexicon.whole.has(word)) return word;
  }
  return undefined;
}

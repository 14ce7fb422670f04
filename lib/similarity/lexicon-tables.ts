/** Which stems of English stand for a word of a language? Read from the tables of the lexicon. */

import { ENGLISH_LEXICON } from './lexicon-english';
import { LATIN_LANGUAGES, LATIN_LEXICON } from './lexicon-latin';
import { LATIN_GENERAL_LEXICON } from './lexicon-latin-general';
import { SCRIPT_LANGUAGES, SCRIPT_LEXICON } from './lexicon-scripts';
import { stemOf } from './terms';

/** What a pair of words means: `second` is the word that follows the first, or with `*` how that begins. */
export interface WordPair {
  second: string;
  stems: string[];
}

/** The words of one language: whole ones, beginnings, pairs by their first entry, and runs without blanks. */
export interface Lexicon {
  whole: Map<string, string[]>;
  beginnings: Map<string, string[]>;
  pairs: Map<string, WordPair[]>;
}

/** No beginning is longer. */
const LONGEST = 16;

let lexicons: ReadonlyMap<string, Lexicon> | null = null;

/** Returns the lexicon of a language. All are read at the first question. */
export function lexiconOf(language: string): Lexicon | undefined {
  lexicons ??= readLexicons();
  return lexicons.get(language);
}

function readLexicons(): ReadonlyMap<string, Lexicon> {
  const found = new Map<string, Lexicon>();
  readTable(found, ENGLISH_LEXICON, ['en']);
  readTable(found, LATIN_LEXICON, LATIN_LANGUAGES);
  readTable(found, LATIN_GENERAL_LEXICON, LATIN_LANGUAGES);
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

/** Returns the stems of a folded word: of the whole word, else of the longest beginning. */
export function findStems(lexicon: Lexicon, word: string): string[] | undefined {
  const whole = lexicon.whole.get(word);
  if (whole) return whole;
  for (let length = Math.min(word.length, LONGEST); length >= 2; length--) {
    const stems = lexicon.beginnings.get(word.slice(0, length));
    if (stems) return stems;
  }
  return undefined;
}

/** Returns the pairs that a folded word may begin. Only one whose first word is a beginning is looked up by beginnings. */
export function pairsFrom({ pairs }: Lexicon, word: string): WordPair[] {
  const found = [...(pairs.get(word) ?? [])];
  for (let length = 3; length <= Math.min(word.length, LONGEST); length++)
    found.push(...(pairs.get(`${word.slice(0, length)}*`) ?? []));
  return found;
}

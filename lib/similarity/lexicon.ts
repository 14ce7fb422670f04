/** What is the matter of a text, in terms that its translation and its paraphrase share? */

import { findStems, type Lexicon, lexiconOf, pairsFrom, type WordPair } from './lexicon-tables';
import { createSliceMemory, type SliceMemory } from './slice-memory';
import { stemEra, stemNumber, stemOfNumber } from './stem-numbers';
import { hasMatter, pairsOf, stemOf, type Term } from './terms';
import { foldWord, isRun, splitWord, visitWords } from './words';

/** What a word means in the texts of one language, wherever it stands. */
interface Meaning {
  word: string;
  folded: string;
  /** The numbers of its stems. */
  stems: number[];
  /** The pairs that it may begin. */
  pairs: WordPair[];
}

/** What a piece of a text says: a word as it is written, or a run of characters without blanks. */
interface Piece {
  /** What it says where no word before it may begin a pair. */
  terms: readonly ConceptTerm[];
  /** Of a word: its humps without grammar, letters and numbers. */
  meanings: readonly Meaning[];
  /** Whether one of them may begin a pair. */
  opens: boolean;
}

interface ConceptTerm {
  stem: number;
  word: string;
}

/** What is known of pieces in the texts of one language, by their numbers; `era` is that of the stems' numbers. */
interface Memory {
  era: number;
  numbers: SliceMemory;
  pieces: Piece[];
  /** Of most words all that is needed: the one stem, else `UNCLEAR`, and the word. */
  stems: number[];
  words: string[];
}

const UNCLEAR = -1;
const NO_PIECE: Piece = { terms: [], meanings: [], opens: false };

const memories = new Map<string, Memory>();

function memoryOf(language: string): Memory {
  const known = memories.get(language);
  if (known?.era === stemEra()) return known;
  const [pieces, stems, words] = [[NO_PIECE], [UNCLEAR], ['']];
  const numbers = createSliceMemory((written, number) => {
    const piece = readPiece(written, language);
    const [only] = piece.terms;
    const isClear = only !== undefined && piece.terms.length === 1 && !piece.opens;
    pieces[number] = piece;
    stems[number] = isClear ? only.stem : UNCLEAR;
    words[number] = isClear ? only.word : written;
  });
  const memory = { era: stemEra(), numbers, pieces, stems, words };
  memories.set(language, memory);
  return memory;
}

function readPiece(written: string, language: string): Piece {
  if (isRun(written)) return { terms: readRun(foldWord(written), language), meanings: [], opens: false };
  const meanings = splitWord(written, false)
    .filter(({ folded }) => hasMatter(folded))
    .map((word) => readMeaning(word, language));
  const terms = meanings.flatMap(({ stems, word }) => stems.map((stem) => ({ stem, word })));
  return { terms, meanings, opens: meanings.some(({ pairs }) => pairs.length > 0) };
}

function readMeaning({ word, folded }: { word: string; folded: string }, language: string): Meaning {
  const english = lexiconOf('en') as Lexicon;
  const own = language === 'en' ? undefined : lexiconOf(language);
  const stems = (own && findStems(own, folded)) ?? english.whole.get(folded) ?? [stemOf(folded)];
  const pairs = [...(own ? pairsFrom(own, folded) : []), ...pairsFrom(english, folded)];
  return { word, folded, stems: stems.map(stemNumber), pairs };
}

/** Returns the terms of a text as `listTerms` does, but in the words of `visitConcepts`. */
export function listConcepts(text: string, language: string | null): Term[] {
  const terms: Term[] = [];
  visitConcepts(text, language, (stem, word) => terms.push({ stem: stemOfNumber(stem), word }));
  return terms;
}

/** Told of a term: the number of its stem, and the word as the text writes it (after NFKC). */
type ConceptVisitor = (stem: number, word: string) => void;

/**
 * Calls `visit` for the terms of a text, in words that languages share: a word that the lexicon of the text's language or
 * of English names becomes the English stems that stand there. What no lexicon names stays.
 *
 * @example visitConcepts('revisão de segurança', 'pt', visit) // the numbers of 'review' and 'securit'
 */
export function visitConcepts(text: string, language: string | null, visit: ConceptVisitor): void {
  const { numbers, pieces, stems, words } = memoryOf(language ?? 'en');
  /** May begin a pair with the next word of matter. */
  let before: Meaning | null = null;
  const say = ({ stems, word }: Meaning) => {
    for (const stem of stems) visit(stem, word);
  };
  visitWords(text, (text, from, to, run) => {
    const number = numbers.find(text, from, to);
    const stem = stems[number] as number;
    if (stem !== UNCLEAR && before === null) {
      visit(stem, words[number] as string);
      return;
    }
    const { terms, meanings, opens } = pieces[number] as Piece;
    if (run && before !== null) {
      say(before);
      before = null;
    }
    if (before === null && !opens) {
      for (const { stem, word } of terms) visit(stem, word);
      return;
    }
    for (const meaning of meanings) {
      const first: Meaning | null = before;
      const pair = first ? pairAt(first, meaning.folded) : undefined;
      before = null;
      if (first && pair) {
        for (const stem of pair) visit(stemNumber(stem), `${first.word} ${meaning.word}`);
        continue;
      }
      if (first) say(first);
      if (meaning.pairs.length > 0) before = meaning;
      else say(meaning);
    }
  });
  if (before) say(before);
}

function pairAt({ pairs }: Meaning, next: string): string[] | undefined {
  if (pairs.length === 0) return undefined;
  return pairs.find(({ second }) =>
    second.endsWith('*') ? next.startsWith(second.slice(0, -1)) : next === second,
  )?.stems;
}

const LONGEST_IN_RUN = 9;

/** The longest word that the lexicon has at each place; what lies between by pairs. */
function readRun(run: string, language: string): ConceptTerm[] {
  const own = language === 'en' ? undefined : lexiconOf(language);
  const terms: ConceptTerm[] = [];
  let rest = '';
  const flush = () => {
    if (rest) for (const pair of pairsOf(rest)) terms.push({ stem: stemNumber(pair), word: pair });
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
    for (const stem of own.whole.get(word) ?? []) terms.push({ stem: stemNumber(stem), word });
    at += word.length;
  }
  flush();
  return terms;
}

function wordAt(lexicon: Lexicon, run: string, at: number): string | undefined {
  for (let length = Math.min(LONGEST_IN_RUN, run.length - at); length >= 1; length--) {
    const word = run.slice(at, at + length);
    if (lexicon.whole.has(word)) return word;
  }
  return undefined;
}

/** What is the matter of a text, in terms that its translation and its paraphrase share? */

import { findStems, type Lexicon, lexiconOf, pairsFrom, type WordPair } from './lexicon-tables';
import { createSliceMemory, type SliceMemory } from './slice-memory';
import { stemEra, stemNumber, stemOfNumber } from './stem-numbers';
import { hasMatter, pairsOf, stemOf, type Term } from './terms';
import { foldWord, splitWord, visitWords } from './words';

/** What a word means in the texts of one language, wherever it stands. */
interface Meaning {
  word: string;
  folded: string;
  /** The numbers of its stems. */
  stems: number[];
  /** The pairs that it may begin. */
  pairs: WordPair[];
}

/** What is known of a word as it is written: its humps without grammar, letters and numbers. */
interface WrittenWord {
  word: string;
  /** The number of its stem, where that is all that it means; else `UNCLEAR`. */
  stem: number;
  meanings: readonly Meaning[];
}

const UNCLEAR = -1;

/** By language; `era` is that of the stems' numbers. */
const memories = new Map<string, { era: number; words: SliceMemory<WrittenWord> }>();

function memoryOf(language: string): SliceMemory<WrittenWord> {
  const known = memories.get(language);
  if (known?.era === stemEra()) return known.words;
  const words = createSliceMemory((written) => readWritten(written, language));
  memories.set(language, { era: stemEra(), words });
  return words;
}

function readWritten(written: string, language: string): WrittenWord {
  const meanings = splitWord(written, false)
    .filter(({ folded }) => hasMatter(folded))
    .map((word) => readMeaning(word, language));
  const [only] = meanings;
  const isClear = only && meanings.length === 1 && only.stems.length === 1 && only.pairs.length === 0;
  return isClear
    ? { word: only.word, stem: only.stems[0] as number, meanings }
    : { word: written, stem: UNCLEAR, meanings };
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
  const spoken = language ?? 'en';
  const own = spoken === 'en' ? undefined : lexiconOf(spoken);
  const memory = memoryOf(spoken);
  /** May begin a pair with the next word of matter. */
  let before: Meaning | null = null;
  const flush = () => {
    if (before) for (const stem of before.stems) visit(stem, before.word);
    before = null;
  };
  visitWords(text, (text, from, to, run) => {
    if (run) {
      flush();
      visitRun(foldWord(text.slice(from, to)), own, visit);
      return;
    }
    const { word, stem, meanings } = memory.read(text, from, to);
    if (stem !== UNCLEAR && before === null) {
      visit(stem, word);
      return;
    }
    for (const meaning of meanings) {
      const first: Meaning | null = before;
      const pair = first ? pairAt(first, meaning.folded) : undefined;
      if (!first || !pair) {
        flush();
        before = meaning;
        continue;
      }
      for (const stem of pair) visit(stemNumber(stem), `${first.word} ${meaning.word}`);
      before = null;
    }
  });
  flush();
}

function pairAt({ pairs }: Meaning, next: string): string[] | undefined {
  if (pairs.length === 0) return undefined;
  return pairs.find(({ second }) =>
    second.endsWith('*') ? next.startsWith(second.slice(0, -1)) : next === second,
  )?.stems;
}

const LONGEST_IN_RUN = 9;

/** The longest word that the lexicon has at each place; what lies between by pairs. */
function visitRun(run: string, own: Lexicon | undefined, visit: ConceptVisitor): void {
  let rest = '';
  const flush = () => {
    if (rest) for (const pair of pairsOf(rest)) visit(stemNumber(pair), pair);
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
    for (const stem of own.whole.get(word) ?? []) visit(stemNumber(stem), word);
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

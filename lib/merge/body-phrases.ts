/** Which demands does a statement make, read with the line above it? */

import { backgroundCount, listStems } from '@/lib/similarity';
import { capitalized, type Phrase, readPhrase } from './fuse-clause';
import { type Statement, verbAbove } from './order';
import { listProtected } from './protected';

/** Taking a text apart costs more than most texts are ever asked for. */
export function lazyPhrase(statement: Statement): Phrase {
  let phrase: Phrase | null = null;
  const read = () => {
    phrase ??= isWords(statement)
      ? withVerb(readPhrase(statement.text), statement)
      : wholePhrase(statement.text);
    return phrase;
  };
  return {
    get label() {
      return read().label;
    },
    get title() {
      return read().title;
    },
    get isCapital() {
      return read().isCapital;
    },
    get clauses() {
      return read().clauses;
    },
  };
}

/** "You always consider:" above "Cost and speed" asks to consider cost and speed, wherever that is put. */
function withVerb(phrase: Phrase, statement: Statement): Phrase {
  const verb = verbAbove(statement);
  const [clause] = phrase.clauses;
  if (verb === null || phrase.label !== null || !clause?.isList || clause.lead !== '') return phrase;
  const parts = clause.parts.map((part, at) => ({
    ...part,
    items: at === 0 ? part.items.map((item) => withoutCapital(item)) : part.items,
  }));
  const lead = capitalized(verb.toLowerCase());
  return { ...phrase, clauses: [{ ...clause, lead, parts, source: null }, ...phrase.clauses.slice(1)] };
}

/**
 * A capital that only the start of an item gave goes: not that of a name, or of a word that few agents use and that is
 * not known to be plain.
 */
export function withoutCapital(text: string, isPlain: (word: string) => boolean = () => false): string {
  const word = /^\p{Lu}\p{Ll}[\p{L}-]*/u.exec(text)?.[0];
  if (!word || listProtected(word).length > 0) return text;
  const lower = word.toLowerCase();
  return isPlain(lower) || listStems(word).every((stem) => backgroundCount(stem) >= COMMON)
    ? lower + text.slice(word.length)
    : text;
}

/** A word whose stem this many agents use is no name that we do not know; chosen, not measured. */
const COMMON = 8;

function wholePhrase(text: string): Phrase {
  const part = { preposition: '', items: [text], conjunction: 'and' };
  return {
    label: null,
    title: '',
    isCapital: false,
    clauses: [{ lead: '', parts: [part], suffix: '', isList: false, isSeries: false, end: '', source: text }],
  };
}

/** Whether a statement is made of words, and not of code, cells or tags. */
export function isWords({ kind }: Statement): boolean {
  return kind === 'bullet' || kind === 'step' || kind === 'sentence';
}

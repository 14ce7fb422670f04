/** Which words of an instruction must not get lost, whatever is done to the rest? */

import { AMBIGUOUS_NAMES, COMPOUNDS, KNOWN_NAMES, STRESSED, TITLE_WORDS } from './known-names';
import { TERM_WORDS } from './negation';
import { remembered } from './remembered';

/** Units that make one term with the number before them. */
const UNITS =
  /^(?:%|k|kb|kib|mb|mib|gb|gib|tb|ms|s|sec|secs|min|mins|h|hrs?|px|pt|rem|em|vh|vw|fps|rps|qps|hz|khz|mhz|ghz|seconds?|minutes?|hours?|days?|weeks?|months?|years?|lines?|characters?|chars?|words?|tokens?|users?|requests?|tests?|files?|items?|columns?|rows?|steps?|times?|points?|percent|levels?|spaces?|retries|attempts?|bytes?|bits?|turns?|rounds?|examples?|sentences?|paragraphs?|iterations?|cores?|threads?)$/iu;

/** "not only … but": nothing is forbidden. */
const NO_NEGATION: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'necessarily']);

/** Words that a negation reaches past. */
const LIGHT: ReadonlySet<string> = new Set(
  'a an the be been to any all ever also in of on at your you it this that have has is are do o a os as um uma'.split(
    ' ',
  ),
);

/** Ideographic scripts put no blanks: these forbid or demand, with the two characters behind them. */
const CJK_NEGATION =
  /(?:禁止|必须|必須|不要|不得|不能|绝不|決して|しないで|仅|只能)[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{0,2}/gu;

const CODE = /(`{1,3})(?!`)([^`\n]{1,400}?)\1(?!`)/g;
const BEFORE_WORD = new Set('"\'“”‘’«»([{<*_,;:!?…—–|');
const AFTER_WORD = new Set('"\'“”‘’«»)]}>*_,;:!?.…—–|');
/** Longer than any name or path: data, of which no part is a term. */
const MAX_WORD = 300;
const NUMBER = /^[<>≤≥~±$€£]*\d[\d.,:]*(?:%|x|×)?\+?$/u;
const NUMBER_WITH_UNIT = /^[<>≤≥~±$€£]*\d[\d.,]*(?:-|–)?\p{L}{1,12}\+?$/u;
const FILE_NAME = /^[\p{L}\p{N}_.*~@-]*[\p{L}\p{N}_*-]\.[a-z][a-z0-9]{0,5}$/u;

interface Word {
  text: string;
  /** Whether a sentence, an item or a label begins with it. */
  starts: boolean;
  /** Whether it stands in a heading or a label, where every word may have a capital. */
  inLabel: boolean;
}

/**
 * Lists what must survive of a text: code spans, paths and file names, numbers with their units, versions, acronyms,
 * names, and negations with what they negate. Names keep their case, the rest is in lower case; each once, in the
 * order of the text. Linear in its length.
 *
 * @example listProtected('Never log JWTs; keep 80%+ coverage in `src/`') // ['src/', 'never log', 'JWT', '80%+']
 */
export const listProtected = remembered((text): readonly string[] => {
  const terms = new Set<string>();
  const rest = text.replace(CODE, (_, _ticks, code: string) => {
    if (code.trim() !== '') terms.add(code.trim().replace(/\s+/g, ' '));
    return ' \u0001 ';
  });
  const words = wordsOf(rest);
  const shouts = isShouted(rest);
  for (const [at, word] of words.entries()) {
    for (const term of termsOf(word, words, at, shouts)) terms.add(term);
  }
  for (const [term] of rest.matchAll(CJK_NEGATION)) terms.add(term);
  return [...terms];
});

function isShouted(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > 8 && upper > lower;
}

function wordsOf(text: string): Word[] {
  const label = labelEnd(text);
  const titled = isTitled(text);
  const afterRole = roleRange(text);
  const words: Word[] = [];
  let starts = true;
  for (const match of text.matchAll(/\S+/gu)) {
    const [source] = match;
    const from = skipStart(source);
    const bare = source.slice(from, skipEnd(source, from));
    const inRole = match.index >= afterRole.from && match.index < afterRole.to;
    if (bare !== '' && bare.length <= MAX_WORD) {
      words.push({ text: bare, starts, inLabel: match.index < label || titled || inRole });
    }
    if (bare !== '' || /[:.!?|]/.test(source))
      starts = /[.!?:|][*_)"'”’]{0,6}$/u.test(source.slice(-8)) || /^[-*•–—]$/.test(source);
    else if (/^[-*•–—>#]{1,6}$/.test(source)) starts = true;
  }
  return words;
}

function skipStart(source: string): number {
  let from = 0;
  while (from < source.length && BEFORE_WORD.has(source.charAt(from))) from++;
  return from;
}

function skipEnd(source: string, from: number): number {
  let to = source.length;
  while (to > from && AFTER_WORD.has(source.charAt(to - 1))) to--;
  return to;
}

/** Where a bold or colon-ended label at the start ends; 0 without. */
function labelEnd(text: string): number {
  const bold = /^\s*(?:[-*•]\s+|\d+[.)]\s+)?\*\*[^*\n]{1,80}\*\*:?/u.exec(text);
  if (bold) return bold[0].length;
  const plain = /^\s*(?:[-*•]\s+|\d+[.)]\s+|#+\s+)?[^:.\n]{1,60}:(?=\s|$)/u.exec(text);
  return plain && plain[0].trim().split(/\s+/).length <= 7 ? plain[0].length : 0;
}

/** Whether every longer word has a capital, as in a heading. */
function isTitled(text: string): boolean {
  if (text.length > 200) return false;
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return !/[.!?]\s*$/.test(text) && long.length > 0 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** "You are a Senior Backend Engineer with …": what a role is called is no name. */
function roleRange(text: string): { from: number; to: number } {
  const match = /\b(?:You are|You're|Act as|As)\s+(?:an?|the)\s+/u.exec(text);
  if (!match) return { from: 0, to: 0 };
  const from = match.index + match[0].length;
  const end = text.slice(from).search(/[,.;:]|\s(?:with|who|that|specializ|specialis|for|in|of|and)\b/u);
  return { from, to: end === -1 ? text.length : from + end };
}

function termsOf(word: Word, words: readonly Word[], at: number, shouts: boolean): string[] {
  const { text } = word;
  const lower = text.toLowerCase().replaceAll('’', "'");
  if (TERM_WORDS.has(lower)) return negationTerms(lower, words, at);
  // Most words are plain: none of the shapes below has only small letters.
  if (/^\p{Ll}+$/u.test(text)) return [];
  if (/\d/.test(text) && !text.includes('/')) {
    const number = numberTerm(text, words, at);
    if (number !== null) return [number];
  }
  if (isPath(text)) return [text];
  if (COMPOUNDS.has(text)) return [text];
  return text
    .split(/[/+&,()[\]→|]+|--|[—–]/u)
    .map((part) => part.slice(skipStart(part), skipEnd(part, skipStart(part))))
    .flatMap((part, index) => nameTerm(part, { ...word, starts: word.starts && index === 0 }, shouts) ?? []);
}

function negationTerms(negation: string, words: readonly Word[], at: number): string[] {
  const next = words[at + 1]?.text.toLowerCase();
  if (next === undefined || next === '\u0001') return [negation];
  if (negation === 'not' && NO_NEGATION.has(next)) return [];
  if (negation === 'only' && words[at - 1]?.text.toLowerCase() === 'not') return [];
  const said = [negation];
  for (let i = at + 1; i < words.length && said.length < 5; i++) {
    const { text, starts } = words[i] as Word;
    if (starts || text === '\u0001') break;
    said.push(text.toLowerCase());
    if (!LIGHT.has(text.toLowerCase())) break;
  }
  return [said.join(' ')];
}

function numberTerm(text: string, words: readonly Word[], at: number): string | null {
  if (NUMBER.test(text)) {
    const next = words[at + 1];
    if (next && !next.starts && UNITS.test(next.text)) return `${text} ${next.text}`.toLowerCase();
    if (isTop(words[at - 1])) return `Top ${text}`;
    return text;
  }
  return NUMBER_WITH_UNIT.test(text) && !/^\d+\p{Lu}/u.test(text) ? text.toLowerCase() : null;
}

const isTop = (word: Word | undefined): boolean => /^top$/iu.test(word?.text ?? '');

function isPath(text: string): boolean {
  if (/^[a-z]+:\/\//i.test(text)) return true;
  if (/^(?:\.{0,2}|~|@)\/[\p{L}\p{N}_.*-]/u.test(text)) return true;
  if (/^\.[a-z][\p{L}\p{N}_.-]*$/u.test(text) || /^--?[a-z][\p{L}\p{N}-]*$/u.test(text)) return true;
  if (text.includes('/'))
    return /\/$|\/[^/]+\/|\/[^/]*\.[a-z0-9]{1,5}$/iu.test(text) && !/^\p{Lu}/u.test(text);
  return FILE_NAME.test(text) && !/^(?:e\.g|i\.e|etc|vs|a\.k\.a|p\.m|a\.m)$/iu.test(text);
}

/** A word's term where its shape or our list says that it names something; null for common words. */
function nameTerm(part: string, word: Word, shouts: boolean): string | null {
  const text = part.replace(/['’]s$/u, '');
  if (text.length < 2) return /^[CR]$/.test(text) && !word.starts && !word.inLabel ? text : null;
  if (/^[CFJ](?:#|\+\+)$/.test(text) || /[_$@\\]/u.test(text)) return text;
  const acronym = /^(\.?\p{Lu}[\p{Lu}\p{N}-]*[\p{Lu}\p{N}])(?:s|'s|’s)?$/u.exec(text)?.[1];
  if (acronym) return acronymTerm(acronym, shouts);
  if (/\p{Ll}\p{Lu}|\p{Lu}{2,}\p{Ll}|\p{L}\p{N}|\p{L}\.\p{L}/u.test(text)) {
    return /^(?:e\.g|i\.e|a\.m|p\.m|etc)\b/iu.test(text) ? null : text;
  }
  if (!/^\p{Lu}\p{Ll}/u.test(text)) return null;
  if (KNOWN_NAMES.has(text) && !AMBIGUOUS_NAMES.has(text)) return text;
  if (word.starts || isTop(word)) return null;
  if (AMBIGUOUS_NAMES.has(text)) return word.inLabel ? null : text;
  return word.inLabel || shouts || TITLE_WORDS.has(text) ? null : text;
}

function acronymTerm(acronym: string, shouts: boolean): string | null {
  if (STRESSED.has(acronym)) return null;
  const isPlain = /^\p{Lu}+$/u.test(acronym);
  if (isPlain && acronym.length > 6) return null;
  return isPlain && shouts && acronym.length > 4 ? null : acronym;
}

/** Words, single characters of scripts without blanks, and signs. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}])+|[^\s\p{L}\p{N}\p{M}]/gu;
/** Marks that come and go around words without a change of what they say. */
const MARKS = /[`*_"'“”‘’«»()[\]{}<>,;:!?…—–|.]/u;

/** Says of terms whether a text has them; made once for a text, so that each question is cheap. */
export interface TermFinder {
  has: (term: string) => boolean;
}

/**
 * Makes what finds protected terms in `text`: the same words in a row, whatever their case and the quotes and stars
 * around them; an acronym also as a plural.
 *
 * @example createTermFinder('Use **JWTs**, never log them').has('JWT') // true
 */
export function createTermFinder(text: string): TermFinder {
  const tokens = listTokens(text);
  const places = new Map<string, number[]>();
  for (const [at, token] of tokens.entries()) {
    const list = places.get(token);
    if (list) list.push(at);
    else places.set(token, [at]);
  }
  const known = new Map<string, boolean>();
  const has = (term: string): boolean => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const found =
      findTokens(listTokens(term), tokens, places) || findTokens(listTokens(`${term}s`), tokens, places);
    known.set(term, found);
    return found;
  };
  return { has };
}

/** Returns the terms that `text` lacks, in their order. */
export function missingTerms(terms: readonly string[], text: string): readonly string[] {
  if (terms.length === 0) return [];
  const finder = finderOf(text);
  return terms.filter((term) => !finder.has(term));
}

/** One text is asked about again and again while a body is composed. */
const finderOf = remembered(createTermFinder);

/** Lists the words and signs of a text by which terms are found in it, in lower case. */
export function listTokens(text: string): string[] {
  return (text.toLowerCase().replaceAll('’', "'").match(TOKEN) ?? []).filter((token) => !MARKS.test(token));
}

function findTokens(
  wanted: readonly string[],
  tokens: readonly string[],
  places: ReadonlyMap<string, number[]>,
): boolean {
  if (wanted.length === 0) return true;
  let anchor = 0;
  let rarest: number[] | undefined;
  for (const [at, token] of wanted.entries()) {
    const list = places.get(token);
    if (!list) return false;
    if (!rarest || list.length < rarest.length) {
      rarest = list;
      anchor = at;
    }
  }
  return (rarest ?? []).some((place) => wanted.every((token, at) => tokens[place - anchor + at] === token));
}

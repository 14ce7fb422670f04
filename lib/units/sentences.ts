/** Where does one sentence end and the next begin? */

import type { TextRange } from '@/lib/text';

/** Words before a full stop that does not end a sentence, in lower case. */
const ABBREVIATIONS = new Set(
  'e.g i.e eg ie vs cf mr mrs ms dr prof st no nr fig sec ch pp vol approx incl excl resp ca z.b d.h u.a p.ex v ver min max'.split(
    ' ',
  ),
);

/** A possible end, without what closes behind it. */
const END = /([.!?…]+)|([。！？｡]+)|\n/gu;
const CLOSERS = /[\p{Pe}\p{Pf}"'*_]*/uy;
const BOLD = /\*\*/g;
/** A new line that begins like this is not the running on of the line before it. */
const NEW_LINE = /[^\S\n]*(?:\p{Extended_Pictographic}|\*\*|\n)/uy;
const NEXT_WORD = /\s*[\p{Ps}\p{Pi}"'*_`]*(.)/suy;
const WORD_BEFORE = /[\p{L}\p{N}.]+$/u;
const LONGEST_ABBREVIATION = 12;

/**
 * Returns the sentences of a range, outer blanks excluded; they hold every character that is not blank. Full stops of
 * abbreviations, versions and file names end none, nor does anything within a code span or bold words.
 *
 * @example listSentences('Use Node.js, e.g. v2.0. Test it.', { from: 0, to: 32 }).length // 2
 */
export function listSentences(text: string, range: TextRange): TextRange[] {
  const source = text.slice(range.from, range.to);
  const sentences: TextRange[] = [];
  const isInside = insideMarks(source);
  let from = 0;
  for (const match of source.matchAll(END)) {
    const end = match[0] === '\n' ? match.index + 1 : behindClosers(source, match.index + match[0].length);
    if (end <= from || isInside(match.index, end) || !isEnd(source, match, end)) continue;
    add(sentences, source, from, end, range.from);
    from = end;
  }
  add(sentences, source, from, source.length, range.from);
  return sentences;
}

function add(sentences: TextRange[], source: string, from: number, to: number, offset: number) {
  const words = source.slice(from, to);
  const trimmed = words.trim();
  if (trimmed === '') return;
  const start = offset + from + words.indexOf(trimmed);
  sentences.push({ from: start, to: start + trimmed.length });
}

function behindClosers(source: string, at: number): number {
  CLOSERS.lastIndex = at;
  return at + (CLOSERS.exec(source)?.[0].length ?? 0);
}

function isEnd(source: string, match: RegExpExecArray, end: number): boolean {
  const [, stops, wide] = match;
  if (wide !== undefined) return true;
  if (stops === undefined) return endsLine(source, match.index);
  if (!/\s/.test(source.charAt(end))) return false;
  NEXT_WORD.lastIndex = end;
  const next = NEXT_WORD.exec(source)?.[1] ?? '';
  if (/\p{Ll}/u.test(next)) return false;
  if (stops !== '.') return true;
  const before = source.slice(Math.max(0, match.index - LONGEST_ABBREVIATION), match.index);
  const word = WORD_BEFORE.exec(before)?.[0] ?? '';
  const isNumberOfItem = /^\d{1,3}$/.test(word) && /(?:^|\n)\s*$/.test(before.slice(0, -word.length));
  return !(ABBREVIATIONS.has(word.toLowerCase()) || /^\p{Lu}$/u.test(word) || isNumberOfItem);
}

/** A line end ends a sentence behind a colon or a hard break, and before what begins something new. */
function endsLine(source: string, at: number): boolean {
  const before = source.slice(Math.max(0, at - 3), at).replace(/\r$/, '');
  if (/(?: {2}|\\|[:：])$/.test(before)) return true;
  NEW_LINE.lastIndex = at + 1;
  return NEW_LINE.test(source);
}

/** Tells whether an end lies in a code span or in bold words; asked with growing offsets only. */
function insideMarks(source: string): (from: number, end: number) => boolean {
  const spans = source.includes('`') ? listCodeSpans(source) : [];
  const bolds = source.includes('**') ? [...source.matchAll(BOLD)] : [];
  const isPaired = bolds.length % 2 === 0;
  let span = 0;
  let bold = 0;
  return (from, end) => {
    while ((spans[span]?.to ?? from + 1) <= from) span++;
    if ((spans[span]?.from ?? from + 1) <= from) return true;
    while (bold < bolds.length && (bolds[bold]?.index ?? 0) < end) bold++;
    return isPaired && bold % 2 === 1;
  };
}

/**
 * Returns the code spans of a text, backticks included: from a run of backticks to the next of the same length. Linear.
 *
 * @example listCodeSpans('Run `npm test` now.') // [{ from: 4, to: 14 }]
 */
export function listCodeSpans(source: string): TextRange[] {
  const runs = [...source.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  const byLength = new Map<number, number[]>();
  for (const { at, length } of runs) {
    const places = byLength.get(length);
    if (places) places.push(at);
    else byLength.set(length, [at]);
  }
  const next = new Map<number, number>();
  const spans: TextRange[] = [];
  let end = 0;
  for (const { at, length } of runs) {
    if (at < end) continue;
    const places = byLength.get(length) ?? [];
    let index = next.get(length) ?? 0;
    while ((places[index] ?? source.length) <= at) index++;
    next.set(length, index);
    const close = places[index];
    if (close === undefined) continue;
    end = close + length;
    spans.push({ from: at, to: end });
  }
  return spans;
}

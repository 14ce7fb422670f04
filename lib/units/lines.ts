/** What does one line of Markdown begin? */

import type { TextRange } from '@/lib/text';

/** A line without its end: `start` to `end` is what is not blank of it, empty for a blank line. */
export interface Line {
  /** Columns before the first character that is not blank; a tab leads to the next multiple of four. */
  column: number;
  start: number;
  end: number;
}

/** A list marker: `content` is where the item's words begin, `column` where the marker stands. */
export interface Marker {
  kind: 'bullet' | 'step';
  content: number;
  column: number;
}

const MARKER = /([-*+•◦▪‣⁃●○■□])(?=\s|$)|(?:\d{1,9}[.)]|[a-z]\))(?=\s|$)|(・)|\d{1,3}[、．]/y;
const HEADING = /(#{1,6})(?=[ \t]|$)/y;
const RULE = /^([-*_=])(?:[ \t]*\1){2,}$/;
const FENCE = /^(`{3,})([^`]*)$|^(~{3,})(.*)$/s;
const TAG = /^<\/?[\p{L}_][\p{L}\p{N}_.:-]*(?:\s[^<>]*)?\/?>$/u;
const BOLD_LINE = /^(\*\*|__)(?!\s)((?:(?!\*\*|__)[^\n])+)\1\s?[:：]?$/;
const SENTENCE_END = /[.!?。！？]$/;
const DELIMITER_ROW = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
const LONGEST_LABEL = 100;

/** Returns the lines of a range; lines end with `\n`. */
export function listLines(text: string, range: TextRange): Line[] {
  const lines: Line[] = [];
  let from = range.from;
  while (from < range.to) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline > range.to ? range.to : newline;
    lines.push(lineAt(text, from, to));
    from = to + 1;
  }
  return lines;
}

function lineAt(text: string, from: number, to: number): Line {
  let start = from;
  let column = 0;
  while (start < to && isBlank(text, start)) {
    column = text.charAt(start) === '\t' ? column + 4 - (column % 4) : column + 1;
    start++;
  }
  let end = to;
  while (end > start && isBlank(text, end - 1)) end--;
  return { column, start, end };
}

/** Whether the character at an offset is white space. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code <= 32 ? /\s/.test(text.charAt(at)) : code >= 128 && /\s/.test(text.charAt(at));
}

/** Returns the list marker that a line begins with, or null. */
export function readMarker(text: string, line: Line): Marker | null {
  MARKER.lastIndex = line.start;
  const match = MARKER.exec(text);
  if (!match || match.index + match[0].length > line.end) return null;
  let content = line.start + match[0].length;
  while (content < line.end && isBlank(text, content)) content++;
  return { kind: match[1] || match[2] ? 'bullet' : 'step', content, column: line.column };
}

/** Returns the level of a heading line and where its words stand, or null. */
export function readHeading(text: string, line: Line): { level: number; words: TextRange } | null {
  HEADING.lastIndex = line.start;
  const signs = HEADING.exec(text)?.[1];
  if (signs === undefined) return null;
  let from = line.start + signs.length;
  while (from < line.end && isBlank(text, from)) from++;
  let to = line.end;
  while (to > from && text.charAt(to - 1) === '#') to--;
  // Signs at the end close a heading only behind a blank: "C#" keeps its own.
  if (to === from || !isBlank(text, to - 1)) to = line.end;
  while (to > from && isBlank(text, to - 1)) to--;
  return { level: signs.length, words: { from, to } };
}

/** Whether a line only divides; `=` underlines a heading. */
export function isRule(source: string): boolean {
  return RULE.test(source);
}

/** Returns the signs of a fence that these words open, and what is said behind them; else null. */
export function readFence(source: string): { signs: string; info: string } | null {
  if (!source.startsWith('```') && !source.startsWith('~~~')) return null;
  const match = FENCE.exec(source);
  if (!match) return null;
  return { signs: match[1] ?? match[3] ?? '', info: (match[2] ?? match[4] ?? '').trim() };
}

/** Whether these words are nothing but an opening or closing tag. */
export function isTag(source: string): boolean {
  return source.startsWith('<') && TAG.test(source);
}

/** Whether a line is all bold, and a title rather than a sentence. */
export function isBoldLine(source: string): boolean {
  if (source.length > LONGEST_LABEL || !(source.startsWith('**') || source.startsWith('__'))) return false;
  const words = BOLD_LINE.exec(source)?.[2];
  return words !== undefined && !SENTENCE_END.test(words);
}

/** Whether a line is part of a drawing made of characters. */
export function isDrawing(source: string): boolean {
  return /^[\u2500-\u259f]/.test(source);
}

/** Whether a line is the one below a table's head. */
export function isDelimiterRow(source: string): boolean {
  return source.includes('|') && source.includes('-') && DELIMITER_ROW.test(source);
}

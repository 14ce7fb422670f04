/** Where does one item of a list end and the next begin? */

import { listCodeSpans } from '@/lib/units';
import type { Part } from './fuse-clause';

const PREPOSITION = /^(?:with|including|such as|using|considering|based on|through|via|by|like)$/;

/** Cuts at semicolons that stand outside of brackets and code. */
export function splitSemicolons(text: string): string[] {
  if (!text.includes(';')) return [text];
  const isFree = freePlaces(text);
  const clauses: string[] = [];
  let from = 0;
  for (let at = text.indexOf(';'); at !== -1; at = text.indexOf(';', at + 1)) {
    if (!isFree(at)) continue;
    clauses.push(text.slice(from, at).trim());
    from = at + 1;
  }
  clauses.push(text.slice(from).trim());
  return clauses.filter((clause) => clause !== '');
}

/** Takes the lists of a clause apart, each with the word that opens it. */
export function splitParts(text: string): Part[] {
  const isFree = freePlaces(text);
  const parts: Part[] = [];
  let preposition = '';
  let from = 0;
  for (const match of text.matchAll(/(?<=^|\s)(such as|based on|[a-z]+)(?=\s)/g)) {
    const [word] = match;
    if (!PREPOSITION.test(word) || !isFree(match.index)) continue;
    const before = text.slice(from, match.index).trim();
    if (before !== '' || preposition !== '') parts.push(readPart(preposition, before));
    preposition = word;
    from = match.index + word.length;
  }
  parts.push(readPart(preposition, text.slice(from).trim()));
  return parts.filter(({ items, preposition: word }) => items.length > 0 || word !== '');
}

interface Cut {
  from: number;
  to: number;
  conjunction: string | undefined;
}

function readPart(preposition: string, source: string): Part {
  const text = source.replace(/,$/, '');
  const cuts = listCuts(text);
  const ends = [...cuts.map(({ from }) => from), text.length];
  const starts = [0, ...cuts.map(({ to }) => to)];
  const conjunction = cuts.findLast((cut) => cut.conjunction !== undefined)?.conjunction;
  const first = firstLeaning(starts.map((from, at) => text.slice(from, ends[at])));
  const items = starts.flatMap((from, at) => {
    if (at < first) return [text.slice(from, ends[at]).trim()];
    return at === first ? [text.slice(from).trim()] : [];
  });
  const isBare = conjunction === undefined && items.length > 1;
  return {
    preposition,
    items: items.filter((item) => item !== ''),
    conjunction: isBare ? ',' : (conjunction ?? 'and'),
  };
}

/** Where one item ends and the next begins. With commas in a list, "and" divides only its last two items. */
function listCuts(text: string): Cut[] {
  const isFree = freePlaces(text);
  const cuts = [...text.matchAll(/,\s+(?:(and|or)\s+)?|(?<!\s)\s+(and|or)\s+/g)]
    .filter(({ index, 0: { length } }) => isFree(index) && !BEGINS_ADJUNCT.test(text.slice(index + length)))
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      conjunction: match[1] ?? match[2],
      isComma: match[0].startsWith(','),
    }));
  const lastComma = cuts.findLastIndex(({ isComma }) => isComma);
  const isClosed = cuts[lastComma]?.conjunction !== undefined;
  return cuts.filter((cut, at) => {
    if (cut.isComma || lastComma === -1) return true;
    if (isClosed || at !== lastComma + 1 || at !== cuts.length - 1) return false;
    return !HAS_ADJUNCT.test(text.slice(cuts[lastComma]?.to, cut.from));
  });
}

const BEGINS_ADJUNCT = /^(?:in|at|on|of|for|to|from|by|with|without|into|across|over|under)\s/;
const HAS_ADJUNCT = /\s(?:in|at|on|of|for|to|from|by|with)\s/;

/** "horizontal and vertical scaling": from which item on plain words lean on the longer last one; else the count. */
function firstLeaning(items: string[]): number {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2 || !last.trim().includes(' ')) return items.length;
  let from = items.length - 1;
  const isLong = items.length > 2;
  // What is in brackets at the end of a pair is said of both.
  if (!isLong && /\([^()]*,[^()]*\)$/.test(last.trim()) && countBlanks(items[0] ?? '') < 2) return 0;
  while (from > 0 && leans((items[from - 1] ?? '').trim(), isLong)) from--;
  return from === items.length - 1 ? items.length : from;
}

const countBlanks = (text: string) => text.trim().split(' ').length - 1;

/** A plain single word; in lists of three and more those with a noun's ending stand by themselves. */
function leans(item: string, isLong: boolean): boolean {
  if (!isLong) return /^\p{L}[\p{L}-]*$/u.test(item);
  // "gRPC" is a name.
  if (!/^\p{Ll}[\p{Ll}-]*$/u.test(item)) return false;
  return !/(?:tion|sion|ment|ity|ness|[ae]nce|ing|sis|ship|[^s]s)$/.test(item);
}

/** Tells whether a place stands outside of brackets, quotes and code. */
function freePlaces(text: string): (at: number) => boolean {
  if (!/[()[\]{}`"“”]/.test(text)) return () => true;
  const closed = new Uint8Array(text.length + 1);
  for (const span of listCodeSpans(text)) closed.fill(1, span.from, span.to);
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') isQuoted = !isQuoted;
    if ('([{“'.includes(sign)) depth++;
    if (depth > 0 || isQuoted) closed[at] = 1;
    if (')]}”'.includes(sign)) depth = Math.max(0, depth - 1);
  }
  return (at) => closed[at] === 0;
}

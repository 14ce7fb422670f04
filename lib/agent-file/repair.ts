/** What does Claude Code make of invalid YAML before its second try, and which place was which? */

import { isSeq } from 'yaml';
import type { Replacement } from '@/lib/text';
import { parseYaml } from './yaml';

/** Repaired YAML with the way back to the places of the original. */
export interface RepairedYaml {
  text: string;
  /** The offset in the original of an offset in `text`. */
  toOriginal: (offset: number) => number;
}

interface Line {
  original: string;
  repaired: string;
  /** Where the value starts in both, when it was quoted. */
  quoted: { original: number; repaired: number } | null;
}

const KEY = /^([a-zA-Z_-]+):\s+/;
/** The loader's pattern for a value is `.+`, which stops at CR, so that a line ending in CRLF never matches. */
const LINE_END = /[\r\u2028\u2029]/;
const SPECIAL = /[{}[\]*&#!|>%@`]|: /;

/**
 * Repairs YAML line by line as the loader does: leading tabs become two spaces, and at column 0 a value with
 * special characters that is not in quotes is put into double quotes.
 */
export function repairYaml(yaml: string): RepairedYaml {
  const lines = yaml.split('\n').map(lineRepairer());
  return { text: lines.map((line) => line.repaired).join('\n'), toOriginal: originalOffset(lines) };
}

/**
 * The replacements by which the repair would change `yaml`, one a line, in its offsets; with all of them made, the
 * text says in the first parse what it says in the second.
 */
export function repairReplacements(yaml: string): Replacement[] {
  let start = 0;
  const repairLine = lineRepairer();
  return yaml.split('\n').flatMap((original) => {
    const line = repairLine(original);
    const from = start + (line.quoted?.original ?? 0);
    const tabs = line.repaired.length - original.length;
    start += original.length + 1;
    if (line.repaired === original) return [];
    if (!line.quoted) return [{ from, to: from + tabs, insert: '  '.repeat(tabs) }];
    return [{ from, to: start - 1, insert: line.repaired.slice(line.quoted.repaired - 1) }];
  });
}

/** Says whether the loader's repair would put the value of this line, without its line end, into quotes. */
export function isQuotedByRepair(line: string): boolean {
  return lineRepairer()(line).quoted !== null;
}

/** Lists in brackets that one repair parses at most to see whether they are any; the rest is taken for text. */
const MAX_LIST_CHECKS = 500;

function lineRepairer(): (original: string) => Line {
  let checks = 0;
  const isList = (value: string): boolean => {
    if (SIMPLE_LIST.test(value)) return true;
    if (++checks > MAX_LIST_CHECKS) return false;
    const parsed = parseYaml(value);
    return parsed.ok && isSeq(parsed.root);
  };
  return (original) => repairLine(original, isList);
}

function repairLine(original: string, isList: (value: string) => boolean): Line {
  const tabs = /^\t+/.exec(original)?.[0].length ?? 0;
  if (tabs > 0) return { original, repaired: '  '.repeat(tabs) + original.slice(tabs), quoted: null };
  const match = KEY.exec(original);
  const value = match ? original.slice(match[0].length) : '';
  if (!match || value === '' || LINE_END.test(value) || !needsQuotes(value, isList)) {
    return { original, repaired: original, quoted: null };
  }
  const head = `${match[1]}: "`;
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const quoted = { original: original.length - value.length, repaired: head.length };
  return { original, repaired: `${head}${escaped}"`, quoted };
}

/** Most lists are so simple that they need no parser, of which a thousand take long. */
const SIMPLE_LIST = /^\[\s*\w[\w.-]*(?:\s*,\s*\w[\w.-]*)*(?:\s*,)?\s*\]$/;

function needsQuotes(value: string, isList: (value: string) => boolean): boolean {
  if (value.startsWith('"') && value.endsWith('"')) return false;
  if (value.startsWith("'") && value.endsWith("'")) return false;
  if (!SPECIAL.test(value)) return false;
  return !(value.startsWith('[') && value.endsWith(']') && isList(value));
}

function originalOffset(lines: readonly Line[]): (offset: number) => number {
  const starts = [0];
  const originalStarts = [0];
  for (const line of lines) {
    starts.push((starts.at(-1) ?? 0) + line.repaired.length + 1);
    originalStarts.push((originalStarts.at(-1) ?? 0) + line.original.length + 1);
  }
  return (offset) => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const line = lines[low];
    const start = originalStarts[low] ?? 0;
    return line ? start + originalColumn(line, offset - (starts[low] ?? 0)) : start;
  };
}

function originalColumn(line: Line, column: number): number {
  if (line.quoted) return originalColumnOfQuoted(line, line.quoted, column);
  const tabs = line.repaired.length - line.original.length;
  return column < 2 * tabs ? column >> 1 : column - tabs;
}

function originalColumnOfQuoted(
  line: Line,
  quoted: { original: number; repaired: number },
  column: number,
): number {
  if (column < quoted.repaired - 1) return Math.min(column, quoted.original);
  let original = quoted.original;
  for (let at = quoted.repaired; at < column && original < line.original.length; original++) {
    const character = line.original.charAt(original);
    at += character === '\\' || character === '"' ? 2 : 1;
  }
  return original;
}

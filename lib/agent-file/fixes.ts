/** Which edit of the text mends a problem that reading finds? Each is tried before it is offered. */

import { applyReplacements, lineStarts, positionAt, type Replacement } from '@/lib/text';
import { type FrontMatter, readFrontMatter } from './front-matter';
import { changedKeys } from './meaning';
import { repairReplacements } from './repair';
import { doubleQuoted, isPlainSafe } from './scalar-styles';
import type { Fix } from './types';
import { parseYaml } from './yaml';

/** Broken YAML is mended line by line, this many lines at most. */
const MAX_MENDED_LINES = 20;
/** The characters that mending parses at most, in all its rounds. */
const MAX_MENDED_LENGTH = 200_000;
/** Front matter longer than this gets no fixes: each would be tried by reading it again. */
const MAX_FIXED_LENGTH = 64 * 1024;
const ENTRY_LINE = /^([ \t]*(?:- +)*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'#[\]{}&*!|>%@`-][^:\n]*):[ \t]+)(?=\S)/;
const BLOCK_HEADER = /^[|>][-+0-9]*(?:\s+#.*)?\s*$/;

function isTooLong({ fences }: FrontMatter): boolean {
  return fences.yaml.to - fences.yaml.from > MAX_FIXED_LENGTH;
}

/** Quotes what the loader's repair would quote, as little of it as makes the YAML valid with the same meaning. */
export function fixRepair(text: string, front: FrontMatter): Fix | undefined {
  if (isTooLong(front)) return undefined;
  const all = repairsOf(text, front);
  const needed = all.filter(({ from, to }) => !isPlainSafe(text.slice(from, to)));
  const good = [needed, all].find((attempt) => isValidAndSame(text, front, attempt));
  return good && { title: 'Put the values in quotes', replacements: good };
}

function isValidAndSame(text: string, front: FrontMatter, replacements: readonly Replacement[]): boolean {
  const after = readFrontMatter(applyReplacements(text, replacements));
  return after?.parse === 'first' && changedKeys(front, after, null).length === 0;
}

function repairsOf(text: string, { fences }: FrontMatter): Replacement[] {
  const { from, to } = fences.yaml;
  return repairReplacements(text.slice(from, to)).map((one) => shifted(one, from));
}

const shifted = (one: Replacement, by: number): Replacement => ({
  ...one,
  from: one.from + by,
  to: one.to + by,
});

/** Quotes values of YAML that no parse reads, so that it is read; block headers stay what they are. */
export function fixInvalid(text: string, front: FrontMatter): Fix | undefined {
  if (isTooLong(front)) return undefined;
  const start = front.fences.yaml.from;
  const yaml = text.slice(start, front.fences.yaml.to);
  const repairs = repairsOf(text, front).filter((one) => !BLOCK_HEADER.test(text.slice(one.from, one.to)));
  const mended = mendingReplacements(yaml)?.map((one) => shifted(one, start));
  const attempts = [mended, repairs].filter((attempt) => attempt !== undefined && attempt.length > 0);
  const good = attempts.find(
    (attempt) => readFrontMatter(applyReplacements(text, attempt ?? []))?.parse === 'first',
  );
  return good && { title: 'Put the values in quotes', replacements: good };
}

/** Quotes the value on the line of each error, or on the one before, until the YAML parses; undefined if it never does. */
function mendingReplacements(yaml: string): Replacement[] | undefined {
  const lines = yaml.split('\n');
  const mended = new Map<number, Replacement>();
  const starts = lineStarts(yaml);
  const rounds = Math.min(MAX_MENDED_LINES, Math.floor(MAX_MENDED_LENGTH / (yaml.length + 1)));
  for (let round = 0; round <= rounds; round++) {
    const current = lines.map((line, at) => mended.get(at)?.insert ?? line).join('\n');
    const parsed = parseYaml(current);
    if (parsed.ok) return [...mended.values()].map((one) => valueOnly(yaml, one));
    if (parsed.code === 'too-large') return undefined;
    const errorLine = positionAt(lineStarts(current), parsed.offset).line - 1;
    const at = [errorLine, errorLine - 1].find(
      (line) => !mended.has(line) && quotedLine(lines[line]) !== null,
    );
    if (at === undefined) return undefined;
    const from = starts[at] ?? 0;
    mended.set(at, { from, to: from + (lines[at]?.length ?? 0), insert: quotedLine(lines[at]) ?? '' });
  }
  return undefined;
}

function quotedLine(line: string | undefined): string | null {
  const head = ENTRY_LINE.exec(line ?? '')?.[0];
  if (line === undefined || head === undefined) return null;
  const value = line.slice(head.length).trimEnd();
  if (BLOCK_HEADER.test(value) || /^"(?:[^"\\]|\\.)*"$/.test(value) || /^'(?:[^']|'')*'$/.test(value))
    return null;
  return head + doubleQuoted(value) + line.slice(head.length + value.length);
}

/** Narrows a replaced line to its value. */
function valueOnly(yaml: string, { from, to, insert }: Replacement): Replacement {
  const head = ENTRY_LINE.exec(yaml.slice(from, to))?.[0].length ?? 0;
  return { from: from + head, to, insert: insert.slice(head) };
}

/** Quotes the value of a line that a fence cuts in two, with the fence as an escape. */
export function fixFenceInValue(text: string, front: FrontMatter): Fix | undefined {
  if (isTooLong(front)) return undefined;
  const at = front.fences.yaml.to;
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const to = end === -1 ? text.length : end;
  const line = text.slice(from, to).trimEnd();
  const head = /^[A-Za-z_-]+:[ \t]+/.exec(line)?.[0];
  if (head === undefined) return undefined;
  const value = line.slice(head.length);
  const isQuoted = /^".*"$/.test(value);
  const insert = isQuoted ? value.replace(/-(?=--)/g, '\\u002d') : doubleQuoted(value);
  const replacement = { from: from + head.length, to: from + line.length, insert };
  const after = readFrontMatter(applyReplacements(text, [replacement]));
  if (!after || after.parse === 'failed' || !after.isMap) return undefined;
  return { title: 'Write the three hyphens as an escape', replacements: [replacement] };
}

/** Puts a value that a comment sign cuts short into quotes, with what follows it. */
export function fixCutValue(text: string, front: FrontMatter, from: number, to: number): Fix | undefined {
  if (isTooLong(front)) return undefined;
  const source = text.slice(from, to);
  const replacement = { from, to: from + source.trimEnd().length, insert: doubleQuoted(source.trim()) };
  const after = readFrontMatter(applyReplacements(text, [replacement]));
  if (!after || after.parse !== front.parse) return undefined;
  return { title: 'Put the whole line in quotes', replacements: [replacement] };
}

/** Removes an entry that a later one of the same key overrides. */
export function fixDuplicate(
  text: string,
  front: FrontMatter,
  entry: { from: number; to: number },
): Fix | undefined {
  if (front.flow || isTooLong(front)) return undefined;
  const from = Math.max(text.lastIndexOf('\n', entry.from - 1) + 1, front.fences.yaml.from);
  const end = text.indexOf('\n', entry.to);
  if (end === -1 || end >= front.fences.yaml.to) return undefined;
  const replacement = { from, to: end + 1, insert: '' };
  const after = readFrontMatter(applyReplacements(text, [replacement]));
  if (!after || after.parse !== front.parse || changedKeys(front, after, null).length > 0) return undefined;
  return { title: 'Remove the entry that does not count', replacements: [replacement] };
}

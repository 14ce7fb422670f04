/** Two people changed the front matter of one file: which entries did each change, and do they clash? */

import type { AgentFile } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';

import { diffLines, type Hunk } from './lines';

/** A stretch of front matter: one entry with its key, or what stands between entries (comments, blank lines). */
interface Segment {
  /** The key of an entry; null for what stands between. */
  key: string | null;
  text: string;
  range: TextRange;
}

export interface FieldClash {
  key: string | null;
  base: TextRange | null;
  mine: TextRange | null;
  theirs: TextRange | null;
}

export type FrontMatterMerge = { kind: 'clean'; text: string } | { kind: 'conflict'; clashes: FieldClash[] };

/** Merges the front matters of three files entry by entry; clean only if each entry changed on one side at most. */
export function mergeFrontMatter(base: AgentFile, mine: AgentFile, theirs: AgentFile): FrontMatterMerge {
  const texts = [base, mine, theirs].map(frontMatterText);
  const [baseText = '', mineText = '', theirText = ''] = texts;
  if (mineText === theirText || theirText === baseText) return { kind: 'clean', text: mineText };
  if (mineText === baseText) return { kind: 'clean', text: theirText };
  const b = segmentsOf(base);
  const m = segmentsOf(mine);
  const t = segmentsOf(theirs);
  if (b === null || m === null || t === null) return whole(base, mine, theirs);
  const order = mergeOrder(b, m, t);
  if (order === null) return whole(base, mine, theirs);
  const clashes: FieldClash[] = [];
  let text = '';
  for (const token of order) {
    const settled = settleSegment(token, b, m, t);
    if (typeof settled === 'string') text += settled;
    else clashes.push(settled);
  }
  // An entry that one side deletes and the other changes is in the order of neither, or of one.
  clashes.push(...deletedAndChanged(b, m, t, new Set(order)));
  if (clashes.length > 0) return { kind: 'conflict', clashes };
  return { kind: 'clean', text };
}

function frontMatterText(file: AgentFile): string {
  return file.frontMatter === null
    ? ''
    : file.text.slice(file.frontMatter.range.from, file.frontMatter.range.to);
}

/** Cuts front matter into whole-line segments; null where entries share lines, or keys do not stand at a line's start. */
function segmentsOf(file: AgentFile): Map<string, Segment> | null {
  if (file.frontMatter === null) return null;
  const { range } = file.frontMatter;
  const segments = new Map<string, Segment>();
  const add = (key: string | null, from: number, to: number, id: string) => {
    segments.set(id, { key, text: file.text.slice(from, to), range: { from, to } });
  };
  const seen = new Map<string, number>();
  const addBetween = (from: number, to: number) => {
    for (const line of linesIn(file.text, from, to)) {
      const text = file.text.slice(line.from, line.to);
      const count = seen.get(text) ?? 0;
      seen.set(text, count + 1);
      add(null, line.from, line.to, `line ${count}:${text}`);
    }
  };
  let at = range.from;
  for (const field of [...file.fields].sort((x, y) => x.entry.from - y.entry.from)) {
    const newline = file.text.indexOf('\n', field.entry.to);
    const end = newline === -1 || newline >= range.to ? range.to : newline + 1;
    const startsLine = field.entry.from === range.from || file.text[field.entry.from - 1] === '\n';
    if (field.entry.from < at || !startsLine || file.text.slice(field.entry.to, end).trim() !== '')
      return null;
    addBetween(at, field.entry.from);
    add(field.key, field.entry.from, end, `key:${field.key}`);
    at = end;
  }
  addBetween(at, range.to);
  return segments;
}

function linesIn(text: string, from: number, to: number): TextRange[] {
  const lines: TextRange[] = [];
  for (let at = from; at < to; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 || newline >= to ? to : newline + 1;
    lines.push({ from: at, to: end });
    at = end;
  }
  return lines;
}

/**
 * Merges the order of the segments. New entries at one place on both sides are sorted, so that swapping the
 * sides gives the same text; null when the sides moved the same entries differently.
 */
function mergeOrder(
  base: Map<string, Segment>,
  mine: Map<string, Segment>,
  theirs: Map<string, Segment>,
): string[] | null {
  const b = [...base.keys()];
  const left = diffLines(b, [...mine.keys()]);
  const right = diffLines(b, [...theirs.keys()]);
  if (left === null || right === null) return null;
  const dropped = new Set([...left, ...right].flatMap((hunk) => b.slice(hunk.from, hunk.to)));
  const order: string[] = [];
  for (let at = 0; at <= b.length; at++) {
    const added = joinAdded(addedAt(left, [...mine.keys()], at), addedAt(right, [...theirs.keys()], at));
    if (added === null) return null;
    order.push(...added);
    const token = b[at];
    if (token !== undefined && !dropped.has(token)) order.push(token);
  }
  return new Set(order).size === order.length ? order : null;
}

function addedAt(hunks: Hunk[], side: string[], at: number): string[] {
  return hunks.filter((hunk) => hunk.to === at).flatMap((hunk) => side.slice(hunk.start, hunk.end));
}

/** Joins what both sides add at one place: entries in any order are alike, but a comment belongs to its neighbour. */
function joinAdded(mine: string[], theirs: string[]): string[] | null {
  if (mine.length === 0 || mine.join('\n') === theirs.join('\n')) return theirs;
  if (theirs.length === 0) return mine;
  const added = [...new Set([...mine, ...theirs])].sort();
  return added.every((token) => token.startsWith('key:')) ? added : null;
}

function settleSegment(
  token: string,
  base: Map<string, Segment>,
  mine: Map<string, Segment>,
  theirs: Map<string, Segment>,
): string | FieldClash {
  const b = base.get(token)?.text;
  const m = mine.get(token)?.text;
  const t = theirs.get(token)?.text;
  if (m === t || t === b) return m ?? '';
  if (m === b) return t ?? '';
  return clashOf(token, base, mine, theirs);
}

function deletedAndChanged(
  base: Map<string, Segment>,
  mine: Map<string, Segment>,
  theirs: Map<string, Segment>,
  settled: Set<string>,
): FieldClash[] {
  const clashes: FieldClash[] = [];
  for (const [token, segment] of base) {
    if (settled.has(token)) continue;
    const sides = [mine.get(token), theirs.get(token)];
    if (sides.some((side) => side !== undefined && side.text !== segment.text)) {
      clashes.push(clashOf(token, base, mine, theirs));
    }
  }
  return clashes;
}

function clashOf(
  token: string,
  base: Map<string, Segment>,
  mine: Map<string, Segment>,
  theirs: Map<string, Segment>,
): FieldClash {
  const any = base.get(token) ?? mine.get(token) ?? theirs.get(token);
  return {
    key: any?.key ?? null,
    base: base.get(token)?.range ?? null,
    mine: mine.get(token)?.range ?? null,
    theirs: theirs.get(token)?.range ?? null,
  };
}

function whole(base: AgentFile, mine: AgentFile, theirs: AgentFile): FrontMatterMerge {
  const range = (file: AgentFile) => file.frontMatter?.range ?? null;
  return {
    kind: 'conflict',
    clashes: [{ key: null, base: range(base), mine: range(mine), theirs: range(theirs) }],
  };
}

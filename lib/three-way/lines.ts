/** How do two texts differ line by line, and do two sets of changes to one text touch each other? */

import { diffArrays } from 'diff';

import type { TextRange } from '@/lib/text';

/** Lines `[from, to)` of the base were replaced by lines `[start, end)` of the other text. */
export interface Hunk {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * Changes of more lines than this are not aligned: the search is quadratic in them. Beyond it, and beyond the
 * timeout that guards slow machines, two-sided changes are a conflict, never a guess.
 */
const MAX_EDIT_LENGTH = 3000;
const TIMEOUT_MS = 500;

/** Cuts a text after each `\n`; joining the lines gives the text again. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
    lines.push(text.slice(from, at + 1));
    from = at + 1;
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

/** Returns the changes from `base` to `other` in order, or null when finding them would take too long. */
export function diffLines(base: readonly string[], other: readonly string[]): Hunk[] | null {
  let head = 0;
  while (head < base.length && head < other.length && base[head] === other[head]) head++;
  let tail = 0;
  const most = Math.min(base.length, other.length) - head;
  while (tail < most && base[base.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const before = base.slice(head, base.length - tail);
  const after = other.slice(head, other.length - tail);
  if (before.length === 0 && after.length === 0) return [];
  if (before.length === 0 || after.length === 0) {
    return [{ from: head, to: head + before.length, start: head, end: head + after.length }];
  }
  const ids = new Map<string, number>();
  const number = (line: string) => {
    const id = ids.get(line) ?? ids.size;
    ids.set(line, id);
    return id;
  };
  const changes = diffArrays(before.map(number), after.map(number), {
    maxEditLength: MAX_EDIT_LENGTH,
    timeout: TIMEOUT_MS,
  });
  return changes === undefined ? null : hunksOf(changes, head);
}

function hunksOf(changes: { count: number; added: boolean; removed: boolean }[], head: number): Hunk[] {
  const hunks: Hunk[] = [];
  let from = head;
  let start = head;
  let open: Hunk | null = null;
  for (const { count, added, removed } of changes) {
    if (!added && !removed) {
      from += count;
      start += count;
      open = null;
      continue;
    }
    if (open === null) {
      open = { from, to: from, start, end: start };
      hunks.push(open);
    }
    if (removed) from += count;
    else start += count;
    open.to = from;
    open.end = start;
  }
  return hunks;
}

/** Two changes of the same lines, as offsets into the three texts that were merged. */
export interface LineClash {
  base: TextRange;
  mine: TextRange;
  theirs: TextRange;
}

export type LineMerge =
  | { kind: 'clean'; text: string }
  | { kind: 'conflict'; clashes: LineClash[]; timedOut: boolean };

/**
 * Merges two changes of one text. Clean only if no change of one side touches one of the other; changes of
 * neighbouring lines, each line for line, do not touch, and the same change on both sides is taken once.
 */
export function mergeLines(base: string, mine: string, theirs: string): LineMerge {
  if (mine === theirs || theirs === base) return { kind: 'clean', text: mine };
  if (mine === base) return { kind: 'clean', text: theirs };
  const baseLines = splitLines(base);
  const mineLines = splitLines(mine);
  const theirLines = splitLines(theirs);
  const left = diffLines(baseLines, mineLines);
  const right = diffLines(baseLines, theirLines);
  if (left === null || right === null)
    return { kind: 'conflict', timedOut: true, clashes: [wholeClash(base, mine, theirs)] };
  const sides = { base: baseLines, mine: mineLines, theirs: theirLines };
  let text = '';
  const clashes: LineClash[] = [];
  let at = 0;
  for (const group of groupHunks(left, right, sides)) {
    text += baseLines.slice(at, group.from).join('');
    at = group.to;
    if (group.clash) clashes.push(clashOf(group, sides));
    else text += group.lines.join('');
  }
  if (clashes.length > 0) return { kind: 'conflict', clashes, timedOut: false };
  return { kind: 'clean', text: text + baseLines.slice(at).join('') };
}

interface Sides {
  base: string[];
  mine: string[];
  theirs: string[];
}

interface Group {
  from: number;
  to: number;
  left: Hunk[];
  right: Hunk[];
  lines: string[];
  clash: boolean;
}

/** Gathers hunks that touch into groups, in the order of the base. */
function groupHunks(left: Hunk[], right: Hunk[], sides: Sides): Group[] {
  const groups: Group[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length || r < right.length) {
    const group: Group = { from: 0, to: 0, left: [], right: [], lines: [], clash: false };
    const first = comesFirst(left[l], right[r]) ? left[l++] : right[r++];
    if (first === undefined) break;
    const mineFirst = first === left[l - 1];
    (mineFirst ? group.left : group.right).push(first);
    group.from = first.from;
    group.to = first.to;
    for (let grown = true; grown; ) {
      grown = false;
      const nextLeft = left[l];
      if (nextLeft !== undefined && group.right.some((hunk) => touches(hunk, nextLeft))) {
        group.left.push(nextLeft);
        group.to = Math.max(group.to, nextLeft.to);
        l++;
        grown = true;
      }
      const nextRight = right[r];
      if (nextRight !== undefined && group.left.some((hunk) => touches(hunk, nextRight))) {
        group.right.push(nextRight);
        group.to = Math.max(group.to, nextRight.to);
        r++;
        grown = true;
      }
    }
    groups.push(settle(group, sides));
  }
  return groups;
}

function comesFirst(left: Hunk | undefined, right: Hunk | undefined): boolean {
  if (left === undefined || right === undefined) return left !== undefined;
  return left.from < right.from || (left.from === right.from && left.to <= right.to);
}

function touches(a: Hunk, b: Hunk): boolean {
  const [first, second] = a.from < b.from || (a.from === b.from && a.to <= b.to) ? [a, b] : [b, a];
  if (second.from < first.to) return true;
  if (second.from > first.to) return false;
  return !(lineForLine(first) && lineForLine(second));
}

function lineForLine(hunk: Hunk): boolean {
  return hunk.to - hunk.from === hunk.end - hunk.start && hunk.to > hunk.from;
}

function settle(group: Group, sides: Sides): Group {
  const mine = sides.mine.slice(...span(group, group.left));
  const theirs = sides.theirs.slice(...span(group, group.right));
  if (group.right.length === 0) return { ...group, lines: mine };
  if (group.left.length === 0) return { ...group, lines: theirs };
  const same = mine.length === theirs.length && mine.every((line, at) => line === theirs[at]);
  return same ? { ...group, lines: mine } : { ...group, clash: true };
}

/** The lines of one side that stand where the group's base lines stood. */
function span(group: Group, hunks: Hunk[]): [number, number] {
  const first = hunks[0];
  const last = hunks[hunks.length - 1];
  if (first === undefined || last === undefined) return [0, 0];
  return [first.start - (first.from - group.from), last.end + (group.to - last.to)];
}

function clashOf(group: Group, sides: Sides): LineClash {
  return {
    base: offsets(sides.base, group.from, group.to),
    mine: offsets(sides.mine, ...span(group, group.left)),
    theirs: offsets(sides.theirs, ...span(group, group.right)),
  };
}

function offsets(lines: string[], start: number, end: number): TextRange {
  const from = lines.slice(0, start).join('').length;
  return { from, to: from + lines.slice(start, end).join('').length };
}

function wholeClash(base: string, mine: string, theirs: string): LineClash {
  return {
    base: { from: 0, to: base.length },
    mine: { from: 0, to: mine.length },
    theirs: { from: 0, to: theirs.length },
  };
}

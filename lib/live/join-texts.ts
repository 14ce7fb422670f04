/** Two people changed one text apart: how does the change of one enter the text of the other, losing nothing? */

import { applyReplacements, diffLines, type Replacement } from '@/lib/text';
import { mergeThreeWay } from '@/lib/three-way';

/**
 * Returns the replacements of `before` that lead to `after`: whole lines, narrowed to what differs in them, and none
 * begins or ends within a character.
 */
export function editsBetween(before: string, after: string): Replacement[] {
  const edits: Replacement[] = [];
  let at = 0;
  for (const { kind, text } of diffLines(before, after)) {
    const last = edits.at(-1);
    const isNext = last?.to === at;
    if (kind === 'removed') {
      if (last && isNext) last.to += text.length;
      else edits.push({ from: at, to: at + text.length, insert: '' });
    } else if (kind === 'added') {
      if (last && isNext) last.insert += text;
      else edits.push({ from: at, to: at, insert: text });
    }
    if (kind !== 'added') at += text.length;
  }
  return edits
    .map((edit) => narrowed(before, edit))
    .filter(({ from, to, insert }) => to > from || insert !== '');
}

const isLowHalf = (code: number) => code >= 0xdc00 && code <= 0xdfff;

function narrowed(before: string, { from, to, insert }: Replacement): Replacement {
  const old = before.slice(from, to);
  const most = Math.min(old.length, insert.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === insert.charCodeAt(head)) head++;
  // What differs may be the second half of a character, whose first half is the same.
  if (head > 0 && (isLowHalf(old.charCodeAt(head)) || isLowHalf(insert.charCodeAt(head)))) head--;
  let tail = 0;
  while (
    tail < most - head &&
    old.charCodeAt(old.length - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && isLowHalf(old.charCodeAt(old.length - tail))) tail--;
  return { from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) };
}

/**
 * Returns what `mine` and `theirs`, which both began as `base`, say together. Where fields and lines go together they
 * are joined as a save joins them; where both changed the same, everything that either wrote stays, mine first.
 */
export function joinTexts(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const merged = mergeThreeWay(base, mine, theirs);
  if (merged.kind === 'clean') return merged.text;
  return applyReplacements(mine, carriedOver(editsBetween(base, mine), editsBetween(base, theirs)));
}

/** Moves replacements of a text to where they belong after other replacements of it; what was deleted there stays deleted. */
function carriedOver(done: readonly Replacement[], coming: readonly Replacement[]): Replacement[] {
  return coming.flatMap(({ from, to, insert }) => {
    const pieces: Replacement[] = [];
    let start = from;
    for (const edit of done) {
      if (edit.to <= from || edit.from >= to) continue;
      if (edit.from > start) pieces.push({ from: start, to: edit.from, insert: '' });
      start = Math.max(start, edit.to);
    }
    if (start < to) pieces.push({ from: start, to, insert: '' });
    const moved = pieces.map((piece) => ({
      from: moveForward(done, piece.from),
      to: moveBack(done, piece.to),
      insert: '',
    }));
    const place = moveForward(done, from);
    const [first, ...rest] = moved;
    if (first && first.from === place) return [{ ...first, insert }, ...rest];
    return [...(insert === '' ? [] : [{ from: place, to: place, insert }]), ...moved];
  });
}

/** Where an offset is after the replacements; behind what they insert at it. */
function moveForward(done: readonly Replacement[], offset: number): number {
  let by = 0;
  for (const { from, to, insert } of done) {
    if (from > offset) break;
    by += insert.length - (Math.min(to, offset) - from);
  }
  return offset + by;
}

/** As `moveForward`, but before what they insert at it. */
function moveBack(done: readonly Replacement[], offset: number): number {
  let by = 0;
  for (const { from, to, insert } of done) {
    if (from >= offset) break;
    by += insert.length - (Math.min(to, offset) - from);
  }
  return offset + by;
}

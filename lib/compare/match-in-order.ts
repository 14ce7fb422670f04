/** Which items do two lists have in common, in the same order? */

import { diffArrays } from 'diff';

/** Places of equal items in the two lists; both ascend. */
export interface Match {
  before: number;
  after: number;
}

/** What an exact comparison may cost: about edits × items steps. */
export interface Bounds {
  edits: number;
  items: number;
  /** What is matched beyond them, apart from equal ends: a long row in order, or nothing. */
  otherwise: 'row' | 'nothing';
}

/** For lines and instructions: a file has some thousands, and those that stay matter even where most do not. */
export const LINES: Bounds = { edits: 600, items: 20_000, otherwise: 'row' };
/** For the words of one line: of two that have little in common no single words need to be told apart. */
export const WORDS: Bounds = { edits: 200, items: 4_000, otherwise: 'nothing' };
/** The bounds end first on every machine that is not standing still. */
const TIMEOUT_MS = 5_000;

/**
 * Finds equal items in the same order, as many as there are within its bounds. Beyond those of `LINES` the first of equal
 * items is matched with the first, the second with the second, and of these the longest row in order is taken. The
 * matches of swapped lists are the matches swapped.
 *
 * @example matchInOrder(['a', 'b'], ['b', 'c']) // [{ before: 1, after: 0 }]
 */
export function matchInOrder(
  before: readonly string[],
  after: readonly string[],
  bounds: Bounds = LINES,
): Match[] {
  const [a, b] = number(before, after);
  const head = commonHead(a, b);
  const tail = commonTail(a, b, head);
  const midA = a.slice(head, a.length - tail);
  const midB = b.slice(head, b.length - tail);
  // Always the shorter first, else by its first item, so that what is found does not depend on which side is which.
  const isSwapped =
    midA.length > midB.length || (midA.length === midB.length && (before[head] ?? '') > (after[head] ?? ''));
  const middle = isSwapped ? swap(matchMiddle(midB, midA, bounds)) : matchMiddle(midA, midB, bounds);
  return [
    ...range(head).map((at) => ({ before: at, after: at })),
    ...middle.map((match) => ({ before: match.before + head, after: match.after + head })),
    ...range(tail).map((at) => ({ before: a.length - tail + at, after: b.length - tail + at })),
  ];
}

const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

/** Numbers are compared faster than long texts that begin alike. */
function number(before: readonly string[], after: readonly string[]): [number[], number[]] {
  const known = new Map<string, number>();
  const numberOf = (item: string) => {
    const number = known.get(item) ?? known.size;
    if (number === known.size) known.set(item, number);
    return number;
  };
  return [before.map(numberOf), after.map(numberOf)];
}

function commonHead(a: readonly number[], b: readonly number[]): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function commonTail(a: readonly number[], b: readonly number[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

function matchMiddle(a: number[], b: number[], { edits, items, otherwise }: Bounds): Match[] {
  if (a.length === 0 || b.length === 0) return [];
  const isLong = Math.max(a.length, b.length) > items;
  const changes = isLong ? undefined : diffArrays(a, b, { maxEditLength: edits, timeout: TIMEOUT_MS });
  if (!changes) return otherwise === 'row' ? longestRow(matchEach(a, b)) : [];
  const matches: Match[] = [];
  let [before, after] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      for (let at = 0; at < count; at++) matches.push({ before: before + at, after: after + at });
    }
    if (!added) before += count;
    if (!removed) after += count;
  }
  return matches;
}

const swap = (matches: readonly Match[]): Match[] =>
  matches.map(({ before, after }) => ({ before: after, after: before }));

/** Matches the first of equal items with the first, the second with the second; in the order of `a`. */
export function matchEach<T>(a: readonly T[], b: readonly T[]): Match[] {
  const places = new Map<T, number[]>();
  for (const [at, item] of b.entries()) {
    const known = places.get(item);
    if (known) known.push(at);
    else places.set(item, [at]);
  }
  const turns = new Map<T, number>();
  return a.flatMap((item, before) => {
    const turn = turns.get(item) ?? 0;
    const after = places.get(item)?.[turn];
    if (after === undefined) return [];
    turns.set(item, turn + 1);
    return [{ before, after }];
  });
}

/** The most of these matches, in the order of `before`, whose places after ascend as well. */
function longestRow(matches: readonly Match[]): Match[] {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, { after }] of matches.entries()) {
    const place = firstNotBelow(ends, (end) => (matches[end]?.after ?? 0) >= after);
    previous[at] = place > 0 ? (ends[place - 1] ?? -1) : -1;
    ends[place] = at;
  }
  const row: Match[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const match = matches[at];
    if (match) row.push(match);
  }
  return row.reverse();
}

function firstNotBelow(ends: readonly number[], reaches: (end: number) => boolean): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(ends[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

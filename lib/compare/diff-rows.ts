/** How do the lines of two texts stand beside each other? */

import { bagOf, diffWords, sharedWords } from './diff-words';
import { type Match, matchInOrder } from './match-in-order';
import type { ChangedLine, DiffRow } from './types';

/** Lines without their ends, and the number of the first in its file. */
export interface Lines {
  first: number;
  lines: readonly string[];
}

/** Two lines that share at least this much of their words stand beside each other. */
const LEAST_ALIKE = 0.3;
/** So many pairs of lines are looked at for what is most alike; the rest of a long text is paired only where one line faces one. */
const MOST_PAIRS = 4_000;
/** In a gap with more lines than this on a side none is paired. */
const MOST_IN_GAP = 60;

/**
 * Puts the lines of two texts beside each other: those that stay in runs, those that change alone or beside the one that
 * is most like them, word by word. Going through the rows gives all lines of each side in their order, for swapped sides
 * the same rows swapped. In bounded time, whatever the texts.
 */
export function diffRows(before: Lines, after: Lines): DiffRow[] {
  const rows: DiffRow[] = [];
  const pairing = new Pairing(before.lines, after.lines);
  let [a, b] = [0, 0];
  const end = { before: before.lines.length, after: after.lines.length };
  for (const match of [...matchInOrder(before.lines, after.lines), end]) {
    for (const row of pairing.rowsOfGap(a, match.before, b, match.after)) {
      rows.push({ kind: 'changed', before: placed(row.before, before), after: placed(row.after, after) });
    }
    if (match.before < end.before && match.after < end.after) addSame(rows, before, after, match);
    [a, b] = [match.before + 1, match.after + 1];
  }
  return rows;
}

function addSame(rows: DiffRow[], before: Lines, after: Lines, match: Match): void {
  const text = before.lines[match.before] ?? '';
  const last = rows.at(-1);
  if (last?.kind === 'same') last.lines.push(text);
  else {
    const numbers = { before: before.first + match.before, after: after.first + match.after };
    rows.push({ kind: 'same', ...numbers, lines: [text] });
  }
}

function placed(line: Placed | null, { first }: Lines): ChangedLine | null {
  return line && { line: first + line.at, parts: line.parts };
}

interface Placed {
  at: number;
  parts: ChangedLine['parts'];
}

interface GapRow {
  before: Placed | null;
  after: Placed | null;
}

/** Finds in each gap between lines that stay which of the changed ones belong together. */
class Pairing {
  private left = MOST_PAIRS;

  constructor(
    private readonly a: readonly string[],
    private readonly b: readonly string[],
  ) {}

  /** The rows of the lines from and before these places. */
  rowsOfGap(fromA: number, toA: number, fromB: number, toB: number): GapRow[] {
    const pairs = this.pairsOf(fromA, toA, fromB, toB);
    const rows: GapRow[] = [];
    let [a, b] = [fromA, fromB];
    for (const pair of [...pairs, { before: toA, after: toB }]) {
      for (; a < pair.before; a++) rows.push({ before: alone(a, this.a), after: null });
      for (; b < pair.after; b++) rows.push({ before: null, after: alone(b, this.b) });
      if (pair.before === toA) continue;
      const words = diffWords(this.a[a] ?? '', this.b[b] ?? '');
      rows.push({ before: { at: a, parts: words.before }, after: { at: b, parts: words.after } });
      a++;
      b++;
    }
    return rows;
  }

  private pairsOf(fromA: number, toA: number, fromB: number, toB: number): Match[] {
    const [a, b] = [this.a.slice(fromA, toA), this.b.slice(fromB, toB)];
    if (a.length === 0 || b.length === 0) return [];
    if (a.length === 1 && b.length === 1) return [{ before: fromA, after: fromB }];
    if (a.length * b.length > this.left || Math.max(a.length, b.length) > MOST_IN_GAP) return [];
    this.left -= a.length * b.length;
    // Always the fewer first, else by the first line: what is found does not depend on which side is which.
    const isSwapped = a.length > b.length || (a.length === b.length && (a[0] ?? '') > (b[0] ?? ''));
    const pairs = isSwapped
      ? bestRow(scoresOf(b, a)).map(({ before, after }) => ({ before: after, after: before }))
      : bestRow(scoresOf(a, b));
    return pairs.map(({ before, after }) => ({ before: fromA + before, after: fromB + after }));
  }
}

function scoresOf(a: readonly string[], b: readonly string[]): number[][] {
  const bags = b.map(bagOf);
  return a.map((line) => {
    const bag = bagOf(line);
    return bags.map((other) => {
      const shared = sharedWords(bag, other);
      return shared >= LEAST_ALIKE ? shared : 0;
    });
  });
}

function alone(at: number, lines: readonly string[]): Placed {
  const text = lines[at] ?? '';
  return { at, parts: text === '' ? [] : [{ text, changed: true }] };
}

/** The pairs in order whose scores sum to the most; of equal sums the one that pairs earliest on both sides. */
function bestRow(scores: readonly (readonly number[])[]): Match[] {
  const rows = scores.length;
  const columns = scores[0]?.length ?? 0;
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const score = scores[row]?.[column] ?? 0;
      const paired = score > 0 ? score + at(row + 1, column + 1) : 0;
      (best[row] as number[])[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: Match[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const score = scores[row]?.[column] ?? 0;
    const most = at(row, column);
    if (score > 0 && score + at(row + 1, column + 1) === most) {
      pairs.push({ before: row++, after: column++ });
    } else if (at(row + 1, column) === most) row++;
    else column++;
  }
  return pairs;
}

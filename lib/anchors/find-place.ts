/** Where does a stretch stand that somebody quoted, now that the text has changed? */

import { type Quoted, snap } from './quote';

/**
 * `same`: the words stand there as they were; `changed`: most of them do; `gone`: they do not, and `near` is where
 * they stood as far as their sides still tell, else null.
 */
export type Found =
  | { state: 'same' | 'changed'; from: number; to: number }
  | { state: 'gone'; near: number | null };

/** So long a stretch does not stand twice by chance. Shorter ones need a side that still fits. */
const LONG = 24;
/** Characters of a side that have to fit, or all of it where the side is shorter. */
const FIT = 8;
/** Copies that are looked at: of a text that repeats itself thousands of times, the nearest. */
const MOST_COPIES = 2_000;
/** The share of the words that has to be left to say that they were changed, not taken away. */
const LEAST_LEFT = 0.5;
/** The pieces of a changed stretch that are looked for, their length, and the places of each. */
const PIECES = 64;
const PIECE = 6;
const PLACES = 64;

/**
 * Finds a quoted stretch in a text. Changes outside of it never lose it as long as one of its sides fits, or it is
 * long; when it was cut out it is gone, unless the same words stand on the same sides elsewhere. The time is bounded:
 * linear in the text.
 */
export function findPlace(quoted: Quoted, text: string): Found {
  const copy = nearestCopy(quoted, text);
  if (copy !== null) return { state: 'same', from: copy, to: copy + quoted.quote.length };
  const cut = seam(quoted, text);
  if (cut !== null) return { state: 'gone', near: cut };
  const between = betweenSides(quoted, text) ?? byPieces(quoted, text);
  if (between) return { state: 'changed', ...between };
  return { state: 'gone', near: null };
}

/** The offset of the copy whose sides fit best, of those that fit alike the nearest; null when none is good enough. */
function nearestCopy(quoted: Quoted, text: string): number | null {
  const { quote, before, after, from } = quoted;
  let best: { at: number; fit: number } | null = null;
  for (const at of copiesOf(quote, text, from)) {
    const left = commonEnd(text, at, before);
    const right = commonStart(text, at + quote.length, after);
    const fit = left + right;
    const isNearer = best !== null && fit === best.fit && Math.abs(at - from) < Math.abs(best.at - from);
    const isGood =
      left >= Math.min(FIT, before.length || FIT) ||
      right >= Math.min(FIT, after.length || FIT) ||
      isEdge(text, at, quoted) ||
      quote.length >= LONG;
    if (isGood && (best === null || fit > best.fit || isNearer)) best = { at, fit };
  }
  if (best === null) return null;
  // A long stretch that stands elsewhere too, while its own place is closed over: that one is another.
  return best.fit < FIT && seam(quoted, text) !== null ? null : best.at;
}

/** A stretch that began or ended the text, and still does. */
function isEdge(text: string, at: number, { quote, before, after }: Quoted): boolean {
  return (before === '' && at === 0) || (after === '' && at + quote.length === text.length);
}

function copiesOf(quote: string, text: string, near: number): number[] {
  const found: number[] = [];
  for (let at = text.lastIndexOf(quote, near); at >= 0 && found.length < MOST_COPIES / 2; ) {
    found.push(at);
    at = at === 0 ? -1 : text.lastIndexOf(quote, at - 1);
  }
  for (let at = text.indexOf(quote, near + 1); at >= 0 && found.length < MOST_COPIES; ) {
    found.push(at);
    at = text.indexOf(quote, at + 1);
  }
  return found;
}

/** How many characters of the end of `side` stand before the offset. */
function commonEnd(text: string, at: number, side: string): number {
  let length = 0;
  while (length < side.length && text[at - 1 - length] === side[side.length - 1 - length]) length++;
  return length;
}

function commonStart(text: string, at: number, side: string): number {
  let length = 0;
  while (length < side.length && text[at + length] === side[length]) length++;
  return length;
}

/** Where the two sides now touch: there the stretch was cut out. */
function seam({ before, after, from }: Quoted, text: string): number | null {
  const left = before.slice(-FIT * 2);
  const right = after.slice(0, FIT * 2);
  if (left.length < FIT || right.length < FIT) return null;
  const at = nearest(left + right, text, from - left.length);
  return at === null ? null : at + left.length;
}

/** The occurrence that is nearest to the offset. */
function nearest(piece: string, text: string, near: number): number | null {
  const left = text.lastIndexOf(piece, Math.max(0, near));
  const right = text.indexOf(piece, Math.max(0, near));
  if (left < 0 || right < 0) return left < 0 && right < 0 ? null : Math.max(left, right);
  return near - left <= right - near ? left : right;
}

/** What stands between the two sides now, where enough of the words is left in it. */
function betweenSides({ quote, before, after, from }: Quoted, text: string): Range | null {
  const left = before.slice(-FIT * 2);
  const right = after.slice(0, FIT * 2);
  if (left.length < FIT || right.length < FIT) return null;
  const at = nearest(left, text, from - left.length);
  if (at === null) return null;
  const start = at + left.length;
  const end = text.indexOf(right, start);
  if (end <= start || end - start > quote.length * 2 + 64) return null;
  return shareLeft(quote, text.slice(start, end)) >= LEAST_LEFT ? { from: start, to: end } : null;
}

interface Range {
  from: number;
  to: number;
}

/** Where most pieces of the stretch stand at the distances that they had from each other, more or less. */
function byPieces({ quote, from }: Quoted, text: string): Range | null {
  if (quote.length < PIECE * 2) return null;
  const step = Math.max(1, Math.ceil((quote.length - PIECE + 1) / PIECES));
  const slack = Math.max(16, quote.length / 4);
  const starts: number[] = [];
  for (let at = 0; at + PIECE <= quote.length; at += step) {
    const piece = quote.slice(at, at + PIECE);
    if (piece.trim() === '') continue;
    for (const place of placesOf(piece, text, from + at)) starts.push(place - at);
  }
  const start = densest(starts, slack, from);
  if (start === null) return null;
  const begin = snap(text, Math.max(0, start));
  const end = snap(text, Math.min(text.length, begin + quote.length));
  const range = { from: begin, to: end };
  return end > begin && shareLeft(quote, text.slice(begin, end)) >= LEAST_LEFT ? range : null;
}

function placesOf(piece: string, text: string, near: number): number[] {
  const found: number[] = [];
  const first = Math.max(0, near);
  for (let at = text.indexOf(piece, first); at >= 0 && found.length < PLACES / 2; ) {
    found.push(at);
    at = text.indexOf(piece, at + 1);
  }
  for (let at = first === 0 ? -1 : text.lastIndexOf(piece, first - 1); at >= 0 && found.length < PLACES; ) {
    found.push(at);
    at = at === 0 ? -1 : text.lastIndexOf(piece, at - 1);
  }
  return found;
}

/** The start that most others are near to; of two the one nearer to where it was. */
function densest(starts: readonly number[], slack: number, from: number): number | null {
  const sorted = [...starts].sort((a, b) => a - b);
  let best: number | null = null;
  let most = 0;
  for (let low = 0, high = 0; low < sorted.length; low++) {
    while (high < sorted.length && (sorted[high] ?? 0) - (sorted[low] ?? 0) <= slack) high++;
    const start = sorted[low] ?? 0;
    const count = high - low;
    const isNearer = best !== null && count === most && Math.abs(start - from) < Math.abs(best - from);
    if (count > most || isNearer) {
      best = start;
      most = count;
    }
  }
  return best;
}

/** Which share of the pairs of neighbouring characters of one text the other has, each counted once. */
function shareLeft(quote: string, text: string): number {
  const had = pairsOf(quote);
  const has = pairsOf(text);
  let all = 0;
  let left = 0;
  for (const [pair, count] of had) {
    all += count;
    left += Math.min(count, has.get(pair) ?? 0);
  }
  return all === 0 ? 0 : left / all;
}

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  const words = text.replace(/\s+/g, ' ').trim();
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

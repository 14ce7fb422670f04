/** Which words of two lines or values differ? */

import { type Match, matchInOrder, WORDS } from './match-in-order';
import type { Part } from './types';

const TOKEN = /[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu;
const BLANK = /^\s+$/;

/** Two lines that have less than this share of their letters in common are shown as wholly changed. */
const LEAST_SHARED = 0.2;

export interface WordDiff {
  before: Part[];
  after: Part[];
  /** The share of the longer side's letters that both have, in order: 0 to 1. */
  shared: number;
}

/**
 * Compares two texts word by word, in bounded time; the parts of each side joined are that side. Blanks between two
 * changes count as changed, and texts with next to nothing in common are changed as a whole.
 *
 * @example diffWords('use red', 'use blue').after // [{ text: 'use ', changed: false }, { text: 'blue', changed: true }]
 */
export function diffWords(before: string, after: string): WordDiff {
  if (before === after) return { before: whole(before, false), after: whole(after, false), shared: 1 };
  const [a, b] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const matches = withoutLoneBlanks(matchInOrder(a, b, WORDS), a, b);
  const common = matches.reduce((sum, match) => sum + lettersOf(a[match.before] ?? ''), 0);
  const shared = common / Math.max(1, lettersOf(before), lettersOf(after));
  if (shared < LEAST_SHARED) return { before: whole(before, true), after: whole(after, true), shared };
  return {
    before: partsOf(a, new Set(matches.map((match) => match.before))),
    after: partsOf(b, new Set(matches.map((match) => match.after))),
    shared,
  };
}

const whole = (text: string, changed: boolean): Part[] => (text === '' ? [] : [{ text, changed }]);

/** How often a line uses each word, of the first so many. */
export type WordBag = ReadonlyMap<string, number>;
const MOST_IN_BAG = 200;

/** Returns the words of a line, without case. */
export function bagOf(line: string): WordBag {
  const bag = new Map<string, number>();
  const words =
    line
      .slice(0, 20 * MOST_IN_BAG)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of words.slice(0, MOST_IN_BAG)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

/** Returns how much of their words two lines share, without regard to order: 0 to 1. */
export function sharedWords(a: WordBag, b: WordBag): number {
  let [common, all] = [0, 0];
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 32) letters++;
  return letters;
}

/** A blank that stays between words that do not joins nothing; it only makes the change hard to read. */
function withoutLoneBlanks(matches: readonly Match[], a: readonly string[], b: readonly string[]): Match[] {
  return matches.filter((match, at) => {
    if (!BLANK.test(a[match.before] ?? '')) return true;
    const [former, next] = [matches[at - 1], matches[at + 1]];
    const joinsBefore = former ? isNext(former, match) : match.before === 0 && match.after === 0;
    const joinsAfter = next
      ? isNext(match, next)
      : match.before === a.length - 1 && match.after === b.length - 1;
    return joinsBefore || joinsAfter;
  });
}

const isNext = (one: Match, other: Match): boolean =>
  other.before === one.before + 1 && other.after === one.after + 1;

function partsOf(tokens: readonly string[], kept: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  for (const [at, text] of tokens.entries()) {
    const changed = !kept.has(at);
    const last = parts.at(-1);
    if (last?.changed === changed) last.text += text;
    else parts.push({ text, changed });
  }
  return parts;
}

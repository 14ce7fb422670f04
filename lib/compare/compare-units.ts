/** What became of each instruction? */

import type { AgentFile } from '@/lib/agent-file';
import { digestOf, guessLanguage, matchInstructions } from '@/lib/similarity';
import { lineStarts, positionAt } from '@/lib/text';
import { splitBody, splitDescription, type Unit, type UnitKind } from '@/lib/units';

import { diffWords } from './diff-words';
import { type Match, matchEach, matchInOrder } from './match-in-order';
import type { UnitChange, UnitChangeKind, UnitCounts, UnitPlace, UnitText } from './types';

/** What may be reworded into each other: a heading does not become a block of code. */
const CLASSES: Partial<Record<UnitKind, string>> = {
  heading: 'heading',
  tag: 'heading',
  code: 'code',
  example: 'example',
};
const classOf = (kind: UnitKind): string => CLASSES[kind] ?? 'instruction';

/** What stands where another was, and says so much of it in the same words, was made of it. */
const LEAST_SHARED = 0.5;

/**
 * Compares the instructions of two files, of the description and of the body: those in the same words stay, or moved
 * when their order is another; of the rest those about the same are reworded. Lines that only divide do not count.
 * `before` is null where there was no file.
 */
export function compareUnits(before: AgentFile | null, after: AgentFile): UnitChange[] {
  const places: UnitPlace[] = ['description', 'body'];
  const changes = places.flatMap((place) => changesOf(unitsAt(before, place), unitsAt(after, place), place));
  return withKeys(changes);
}

function unitsAt(file: AgentFile | null, place: UnitPlace): UnitText[] {
  if (!file) return [];
  return place === 'body' ? unitsOfBody(file) : unitsOfDescription(file);
}

function unitsOfBody({ text, body }: AgentFile): UnitText[] {
  const starts = lineStarts(text);
  return splitBody(text, body)
    .filter(({ kind, text: said }) => kind !== 'rule' && said.trim() !== '')
    .map((unit) => unitText(unit, unit.range, starts));
}

function unitsOfDescription({ text, fields, effective }: AgentFile): UnitText[] {
  const range = fields.find(({ key }) => key === 'description')?.value;
  if (!range || effective.description === null) return [];
  const starts = lineStarts(text);
  return splitDescription(effective.description).map((unit) => unitText(unit, range, starts));
}

function unitText({ kind, text, headings }: Unit, range: Unit['range'], starts: readonly number[]): UnitText {
  return { kind, text, headings, range, line: positionAt(starts, range.from).line };
}

type Unkeyed = Omit<UnitChange, 'key'>;

function changesOf(a: readonly UnitText[], b: readonly UnitText[], place: UnitPlace): Unkeyed[] {
  const [keysA, keysB] = [a.map(keyOf), b.map(keyOf)];
  const stays = matchInOrder(keysA, keysB);
  const takenA = new Set(stays.map((match) => match.before));
  const takenB = new Set(stays.map((match) => match.after));
  const take = (matches: readonly Match[]) => {
    for (const match of matches) {
      takenA.add(match.before);
      takenB.add(match.after);
    }
    return matches;
  };
  const rankA = ranksOf(a.length, takenA);
  const rankB = ranksOf(b.length, takenB);
  const free = (units: readonly UnitText[], taken: ReadonlySet<number>) =>
    [...units.keys()].filter((at) => !taken.has(at));
  const elsewhere = take(equalOf(free(a, takenA), free(b, takenB), keysA, keysB));
  const reworded = [
    ...take(relatedOf(a, b, free(a, takenA), free(b, takenB))),
    ...take(replacedOf(a, b, free(a, takenA), free(b, takenB), { rankA, rankB })),
  ];
  const rank = (match: Match) => [rankA[match.before], rankB[match.after]];
  const placed: Placed[] = [
    ...elsewhere.map((match) => placedAt(rankB, a, b, match, 'moved', place)),
    ...reworded.map((match) => {
      const [was, is] = rank(match);
      const change = placedAt(rankB, a, b, match, 'reworded', place);
      return { ...change, moved: was !== is };
    }),
    ...free(a, takenA).map((at) => placedAt(rankA, a, b, { before: at, after: -1 }, 'removed', place)),
    ...free(b, takenB).map((at) => placedAt(rankB, a, b, { before: -1, after: at }, 'added', place)),
  ];
  return placed
    .sort((x, y) => x.rank - y.rank || x.at - y.at || KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind))
    .map(({ rank: _rank, at: _at, ...change }) => change);
}

const KINDS: readonly UnitChangeKind[] = ['removed', 'reworded', 'moved', 'added'];

interface Placed extends Unkeyed {
  /** How many units that stay come before it, and its place among those of its side. */
  rank: number;
  at: number;
}

function placedAt(
  ranks: readonly number[],
  a: readonly UnitText[],
  b: readonly UnitText[],
  match: Match,
  kind: UnitChangeKind,
  place: UnitPlace,
): Placed {
  const [before, after] = [a[match.before] ?? null, b[match.after] ?? null];
  const at = after ? match.after : match.before;
  const isReworded = kind === 'reworded' && before !== null && after !== null;
  const { shared: _shared, ...words } = diffWords(
    isReworded ? before.text : '',
    isReworded ? after.text : '',
  );
  return {
    ...{ kind, place, before, after, moved: kind === 'moved', words: isReworded ? words : null },
    ...{ rank: ranks[at] ?? 0, at },
  };
}

const keyOf = ({ kind, text }: UnitText): string => `${classOf(kind)} ${text}`;

/** For each place, how many of those that stay come before it. */
function ranksOf(length: number, stays: ReadonlySet<number>): number[] {
  let rank = 0;
  return Array.from({ length }, (_, at) => (stays.has(at) ? rank++ : rank));
}

/** Equal ones that stand in another order. */
function equalOf(
  freeA: readonly number[],
  freeB: readonly number[],
  keysA: readonly string[],
  keysB: readonly string[],
): Match[] {
  const [a, b] = [freeA.map((at) => keysA[at] ?? ''), freeB.map((at) => keysB[at] ?? '')];
  return matchEach(a, b).map(({ before, after }) => ({
    before: freeA[before] ?? -1,
    after: freeB[after] ?? -1,
  }));
}

/** Those about the same thing, the most alike first, as similarity matches instructions. */
function relatedOf(
  a: readonly UnitText[],
  b: readonly UnitText[],
  freeA: readonly number[],
  freeB: readonly number[],
): Match[] {
  const classes = new Set(freeA.map((at) => classOf(a[at]?.kind ?? 'sentence')));
  return [...classes].flatMap((name) => {
    const ofClass = (units: readonly UnitText[], free: readonly number[]) =>
      free.filter((at) => classOf(units[at]?.kind ?? 'sentence') === name);
    const [here, there] = [ofClass(a, freeA), ofClass(b, freeB)];
    return related(textsOf(a, here), textsOf(b, there)).map(({ before, after }) => ({
      before: here[before] ?? -1,
      after: there[after] ?? -1,
    }));
  });
}

const textsOf = (units: readonly UnitText[], at: readonly number[]): string[] =>
  at.map((place) => units[place]?.text ?? '');

function related(a: readonly string[], b: readonly string[]): Match[] {
  if (a.length === 0 || b.length === 0) return [];
  // Always the fewer first, else by the first text that differs: equals in likeness are then taken alike for swapped sides.
  const differs = a.findIndex((text, at) => text !== b[at]);
  const isSwapped = a.length > b.length || (a.length === b.length && (a[differs] ?? '') > (b[differs] ?? ''));
  if (isSwapped) return related(b, a).map(({ before, after }) => ({ before: after, after: before }));
  const language = guessLanguage([...a, ...b].sort().join('\n').slice(0, 3_000));
  const instructions = (texts: readonly string[]) => texts.map((text) => ({ text, language }));
  return matchInstructions(instructions(a), instructions(b)).map((match) => ({
    before: match.a,
    after: match.b,
  }));
}

/** A single one where another single one was, in much the same words that similarity does not weigh. */
function replacedOf(
  a: readonly UnitText[],
  b: readonly UnitText[],
  freeA: readonly number[],
  freeB: readonly number[],
  { rankA, rankB }: { rankA: readonly number[]; rankB: readonly number[] },
): Match[] {
  const byRank = (free: readonly number[], ranks: readonly number[]) => {
    const gaps = new Map<number, number[]>();
    for (const at of free) gaps.set(ranks[at] ?? 0, [...(gaps.get(ranks[at] ?? 0) ?? []), at].slice(0, 2));
    return gaps;
  };
  const others = byRank(freeB, rankB);
  return [...byRank(freeA, rankA)].flatMap(([rank, here]) => {
    const there = others.get(rank) ?? [];
    const [before = -1, after = -1] = [here[0], there[0]];
    if (here.length !== 1 || there.length !== 1) return [];
    const [one, other] = [a[before], b[after]];
    if (!one || !other || classOf(one.kind) !== classOf(other.kind)) return [];
    return diffWords(one.text, other.text).shared >= LEAST_SHARED ? [{ before, after }] : [];
  });
}

/** Equal changes are numbered, so that each has a key of its own. */
function withKeys(changes: readonly Unkeyed[]): UnitChange[] {
  const seen = new Map<string, number>();
  return changes.map((change) => {
    const texts = [change.before, change.after].map((side) =>
      side ? digestOf(`${classOf(side.kind)} ${side.text}`).slice(0, 16) : '',
    );
    const base = `${change.place}:${change.kind}:${texts.join(':')}`;
    const turn = (seen.get(base) ?? 0) + 1;
    seen.set(base, turn);
    return { key: turn === 1 ? base : `${base}:${turn}`, ...change };
  });
}

/** Counts the changes of instructions, and those of headings and tags, in the body. */
export function countUnits(changes: readonly UnitChange[]): {
  instructions: UnitCounts;
  headings: UnitCounts;
} {
  const none = (): UnitCounts => ({ added: 0, removed: 0, reworded: 0, moved: 0 });
  const counts = { instructions: none(), headings: none() };
  for (const { kind, place, before, after } of changes) {
    const unit = after ?? before;
    if (!unit || place !== 'body') continue;
    counts[classOf(unit.kind) === 'heading' ? 'headings' : 'instructions'][kind] += 1;
  }
  return counts;
}

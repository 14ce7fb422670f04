/** What does one more decision change in the list of all of them, and how is it taken back? Pure. */

import type { Decision } from '@/lib/merge';

type Kind = Decision['kind'];
type Of<K extends Kind> = Extract<Decision, { kind: K }>;

/** A decision and the place in the list that it has, or had; null for the end. */
export interface Placed {
  decision: Decision;
  at: number | null;
}

/** One press of a person: decisions that go and decisions that come. */
export interface Step {
  remove: readonly Placed[];
  add: readonly Placed[];
}

/** Says whether two decisions are the same one, whatever the order of their keys. */
export function sameDecision(one: Decision, other: Decision): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(decision: Decision): string {
  return JSON.stringify(Object.entries(decision).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const shared = (units: readonly string[], others: readonly string[]) =>
  units.filter((unit) => others.includes(unit)).length;

/** Whether the unit's fate is decided anew; a release leaves a wish for its own words alone. */
const ofUnit =
  (...kinds: Kind[]) =>
  (next: { unit: string }, old: Decision) =>
    kinds.includes(old.kind) && 'unit' in old && old.unit === next.unit;

/** For each kind which earlier decisions it takes the place of. */
const SUPERSEDES: { [K in Kind]: (next: Of<K>, old: Decision) => boolean } = {
  choose: (next, old) => questionOf(old) === next.conflict,
  set: (next, old) => questionOf(old) === next.key,
  skeleton: (_, old) => old.kind === 'skeleton',
  keep: ofUnit('keep', 'drop', 'quarantine'),
  drop: ofUnit('keep', 'drop', 'release', 'quarantine'),
  release: ofUnit('drop', 'release', 'quarantine'),
  quarantine: ofUnit('keep', 'drop', 'release', 'quarantine'),
  split: (next, old) =>
    (old.kind === 'fuse' && shared(old.units, next.units) > 1) ||
    (old.kind === 'split' && shared(old.units, next.units) === old.units.length),
  fuse: (next, old) =>
    (old.kind === 'split' && shared(old.units, next.units) === old.units.length) ||
    (old.kind === 'fuse' && shared(old.units, next.units) > 0) ||
    (old.kind === 'keep' && next.units.includes(old.unit)),
  move: (next, old) => old.kind === 'move' && old.block === next.block,
  edit: (next, old) => old.kind === 'edit' && old.block === next.block,
  insert: (next, old) => old.kind === 'insert' && old.id === next.id,
};

/** The question that a decision answers: conflicts about fields are named by their key. */
function questionOf(decision: Decision): string | null {
  if (decision.kind === 'choose') return decision.conflict;
  return decision.kind === 'set' ? decision.key : null;
}

/** The step that takes these decisions, one after the other; what they supersede goes. Empty when nothing changes. */
export function stepFor(list: readonly Decision[], decisions: readonly Decision[]): Step {
  const kept = decisions.filter((next) => !list.some((old) => sameDecision(old, next)));
  const remove = list.flatMap((decision, at) =>
    kept.some((next) => supersedes(next, decision)) ? [{ decision, at }] : [],
  );
  return { remove, add: kept.map((decision) => ({ decision, at: null })) };
}

function supersedes<K extends Kind>(next: Of<K>, old: Decision): boolean {
  return SUPERSEDES[next.kind as K](next, old);
}

/** The step that takes decisions out of the list. */
export function stepWithout(list: readonly Decision[], decisions: readonly Decision[]): Step {
  const remove = list.flatMap((decision, at) =>
    decisions.some((gone) => sameDecision(gone, decision)) ? [{ decision, at }] : [],
  );
  return { remove, add: [] };
}

/** Whether the step changes nothing. */
export const isEmptyStep = ({ remove, add }: Step) => remove.length === 0 && add.length === 0;

/** The list after a step; what is to go but is not there is passed over. */
export function applyStep(list: readonly Decision[], { remove, add }: Step): Decision[] {
  const next = list.filter((old) => !remove.some(({ decision }) => sameDecision(decision, old)));
  for (const { decision, at } of [...add].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))) {
    if (at === null) next.push(decision);
    else next.splice(Math.min(at, next.length), 0, decision);
  }
  return next;
}

/** The step that undoes one: `applyStep(applyStep(list, step), undoOf(step))` is `list`. */
export function undoOf({ remove, add }: Step): Step {
  return { remove: add, add: remove };
}

/** The step done again on a list that somebody else has changed meanwhile: what it supersedes is found anew. */
export function stepAgain(list: readonly Decision[], step: Step): Step {
  const added = step.add.map(({ decision }) => decision);
  const gone = stepWithout(
    list,
    step.remove.map(({ decision }) => decision),
  ).remove;
  const fresh = stepFor(list, added);
  const extra = gone.filter(
    ({ decision }) => !fresh.remove.some((other) => sameDecision(other.decision, decision)),
  );
  return { remove: [...fresh.remove, ...extra].sort((a, b) => (a.at ?? 0) - (b.at ?? 0)), add: fresh.add };
}

/** The decisions that are about a unit alone. */
export function decisionsOnUnit(list: readonly Decision[], unit: string): Decision[] {
  return list.filter(
    (decision) =>
      ('unit' in decision && decision.unit === unit) ||
      ('units' in decision && decision.units.includes(unit)),
  );
}

/** The decisions that are about a block: its words, its place. */
export function decisionsOnBlock(list: readonly Decision[], block: string): Decision[] {
  return list.filter(
    (decision) =>
      ('block' in decision && decision.block === block) ||
      (decision.kind === 'insert' && blockOfInsertion(decision) === block),
  );
}

/** The id that a block has which a person added. */
const blockOfInsertion = ({ id }: Of<'insert'>) => `person:${id}`;

/** The decision that added a block, or null when no person did. */
export function insertionOf(block: string, list: readonly Decision[]): Of<'insert'> | null {
  const found = list.findLast(
    (decision) => decision.kind === 'insert' && blockOfInsertion(decision) === block,
  );
  return found?.kind === 'insert' ? found : null;
}

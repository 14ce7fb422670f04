/** Where do instructions of different sources contradict each other? */

import { Bags, containment } from './body-measure';
import type { Alignment, BodySource, BodyUnit } from './body-types';
import { listNumberSlots } from './number-slots';
import { findNumbers, findPolarity, type Opposed } from './oppositions';
import type { Conflict, ConflictKind, UnitId } from './types';

/** One side of a contradiction: what some units say. */
interface Side {
  id: string;
  /** Sorts sides that are equally safe; the safer is larger. */
  safety: number;
  units: BodyUnit[];
  /** The number, where it is one, by which another's is replaced. */
  written: string | null;
}

interface Contradiction {
  kind: Extract<ConflictKind, 'number' | 'polarity'>;
  key: string;
  sides: Side[];
}

/** What becomes of a unit on the side that was not chosen. */
export interface Loss {
  reason: string;
  /** What it says with the other side's number; null when nothing of it is left to say. */
  text: string | null;
}

export interface Contradictions {
  conflicts: Conflict[];
  losses: Map<UnitId, Loss>;
  /** What is to be said of units that differ in figures and yet are no conflict. */
  notes: Map<UnitId, string>;
}

/** Finds contradictions among related units and settles them: as people chose, else the safe side. */
export function settleContradictions(
  sources: readonly BodySource[],
  { related }: Alignment,
  chosen: ReadonlyMap<string, string>,
  keep: ReadonlySet<UnitId>,
): Contradictions {
  const bags = new Bags();
  const order = new Map(sources.flatMap(({ units }) => units.map(({ id }) => id)).map((id, at) => [id, at]));
  const pairs = betweenAuthors(sources, related);
  const found = [...findNumbers(pairs, bags), ...findPolarity(pairs, bags)];
  const result: Contradictions = { conflicts: [], losses: new Map(), notes: new Map() };
  const counts = new Map<string, number>();
  for (const one of joined(found, order)) {
    const figures = one.kind === 'number' ? mostFigures(one) : 0;
    if (figures > MOST_FIGURES) {
      noteList(one, figures, result.notes);
      continue;
    }
    const base = `${one.kind}:${one.key}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    settle(one, count === 1 ? base : `${base}.${count}`, { chosen, keep, bags, result });
  }
  return result;
}

/** Who gives more figures than this for one thing numbers things, or lists them: nobody is to choose one of them. */
const MOST_FIGURES = 4;

/** Between how many of the figures one source does not decide. */
function mostFigures({ sides }: Contradiction): number {
  const counts = new Map<string, number>();
  for (const side of sides) {
    for (const source of sourcesOf(side)) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return Math.max(...counts.values());
}

function noteList({ key, sides }: Contradiction, figures: number, notes: Map<UnitId, string>): void {
  const note = `One source gives ${figures} figures for ${key}, so that differing ones are no conflict here.`;
  for (const { units } of sides) for (const { id } of units) notes.set(id, note);
}

/** Of two units that one source has both of, its author wanted both. */
function betweenAuthors(sources: readonly BodySource[], related: Alignment['related']): Alignment['related'] {
  const textsOf = new Map(sources.map(({ id, units }) => [id, new Set(units.map(({ unit }) => unit.text))]));
  const sayers = new Map<string, Set<string>>();
  for (const [source, texts] of textsOf) {
    for (const text of texts) sayers.set(text, (sayers.get(text) ?? new Set()).add(source));
  }
  return related.filter(({ a, b }) => {
    const others = sayers.get(b.unit.text);
    return ![...(sayers.get(a.unit.text) ?? [])].some((source) => others?.has(source));
  });
}

interface Settling {
  chosen: ReadonlyMap<string, string>;
  keep: ReadonlySet<UnitId>;
  bags: Bags;
  result: Contradictions;
}

function settle(one: Contradiction, id: string, { chosen, keep, bags, result }: Settling): void {
  const safe = [...one.sides].sort(
    (a, b) => b.safety - a.safety || sourcesOf(b).length - sourcesOf(a).length,
  )[0];
  const picked = one.sides.find((side) => side.id === chosen.get(id));
  const winner = picked ?? safe;
  if (!winner) return;
  const losers = one.sides
    .filter((side) => side !== winner)
    .flatMap((side) => side.units.map((unit) => ({ unit, side })));
  const isKept = losers.every(({ unit }) => keep.has(unit.id));
  result.conflicts.push(conflictOf(one, id, winner, picked !== undefined || isKept));
  const [first] = winner.units;
  if (!first) return;
  for (const { unit, side } of losers) {
    if (keep.has(unit.id) || result.losses.has(unit.id)) continue;
    result.losses.set(unit.id, lossOf(unit, side, winner, first, picked !== undefined, bags));
  }
}

/** Below this share of what a unit says in the other one's words, the rest of it is worth keeping. */
const SAYS_MORE = 0.5;

function lossOf(
  unit: BodyUnit,
  side: Side,
  winner: Side,
  first: BodyUnit,
  decided: boolean,
  bags: Bags,
): Loss {
  const who = decided ? 'A person chose' : 'The safe default is';
  const reason = `${who}: “${clipped(first.unit.text)}”`;
  const shared = Math.max(
    ...winner.units.map((other) => containment(bags.of(unit.unit.text), bags.of(other.unit.text))),
  );
  if (side.written === null || winner.written === null || shared >= SAYS_MORE) return { reason, text: null };
  const slot = listNumberSlots(unit.unit.text, bags).find(({ written }) => written === side.written);
  if (!slot) return { reason, text: null };
  const { text } = unit.unit;
  const changed =
    text.slice(0, slot.from) + text.slice(slot.from).replace(side.written, () => winner.written ?? '');
  return { reason: `${reason} The rest of it stands, with that number.`, text: changed };
}

const clipped = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
const sourcesOf = ({ units }: Side): string[] => [...new Set(units.map(({ source }) => source))];

function conflictOf(
  { kind, key, sides }: Contradiction,
  id: string,
  winner: Side,
  decided: boolean,
): Conflict {
  return {
    id,
    kind,
    key,
    question: kind === 'number' ? `Which figure holds for ${key}?` : `Is it wanted or not: ${key}?`,
    options: sides.map((side) => ({
      id: side.id,
      value: side.units[0]?.unit.text ?? '',
      sources: sourcesOf(side),
      meaning:
        side.written === null ? (MEANS[side.id] ?? 'It is done so.') : `The figure is ${side.written}.`,
      widens: false,
    })),
    chosen: winner.id,
    decided,
    units: sides.flatMap(({ units }) => units.map((unit) => unit.id)),
  };
}

const MEANS: Readonly<Record<string, string>> = { do: 'It is demanded.', 'do-not': 'It is forbidden.' };

interface Group {
  one: Contradiction;
  units: Map<UnitId, string>;
}

/** Joins pairs that share a unit into one contradiction with all its sides, in the order of the sources. */
function joined(pairs: readonly Opposed[], order: ReadonlyMap<UnitId, number>): Contradiction[] {
  const groups = new Set<Group>();
  const groupOf = new Map<string, Group>();
  for (const { kind, key, a, b } of pairs) {
    const place = ({ unit }: Opposed['a']) => `${kind} ${unit.id}`;
    const group = groupOf.get(place(a)) ??
      groupOf.get(place(b)) ?? { one: { kind, key, sides: [] }, units: new Map() };
    const other = groupOf.get(place(b));
    groups.add(group);
    for (const end of [a, b]) {
      addTo(group, end);
      groupOf.set(place(end), group);
    }
    if (!other || other === group) continue;
    for (const side of other.one.sides) {
      for (const unit of side.units) {
        addTo(group, { ...side, unit, side: side.id });
        groupOf.set(`${kind} ${unit.id}`, group);
      }
    }
    groups.delete(other);
  }
  const at = (unit: BodyUnit | undefined) => order.get(unit?.id ?? '') ?? 0;
  const found = [...groups].map(({ one }) => one).filter(({ sides }) => sides.length > 1);
  for (const { sides } of found) {
    for (const side of sides) side.units.sort((x, y) => at(x) - at(y));
    sides.sort((x, y) => at(x.units[0]) - at(y.units[0]));
  }
  return found.sort((x, y) => at(x.sides[0]?.units[0]) - at(y.sides[0]?.units[0]));
}

function addTo(group: Group, end: Opposed['a']): void {
  if (group.units.has(end.unit.id)) return;
  group.units.set(end.unit.id, end.side);
  const side = group.one.sides.find(({ id }) => id === end.side);
  if (side) side.units.push(end.unit);
  else group.one.sides.push({ id: end.side, safety: end.safety, units: [end.unit], written: end.written });
}

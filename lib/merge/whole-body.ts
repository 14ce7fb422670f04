/** Does one source say all that the others say, so that its body can be taken as it is? */

import { holderOf } from './body-holders';
import { Bags, CONTAINED, hasStemsOf } from './body-measure';
import { type Draft, type MayHold, Pool } from './body-pool';
import type { BodyResult, BodySource, BodyUnit, Piece } from './body-types';
import { type Coverage, createCoverage } from './coverage';
import { listSections, listStatements, readSections, type Statement, titleOf } from './order';
import { narrowOf } from './order-nodes';
import { missingTerms } from './protected';
import type { UnitId } from './types';

/** Of an instruction that is said elsewhere one instruction has half at least: a quick look before the exact one. */
const HALF = 0.5;
/** So many of the longest sources are looked at: what says all that others say is hardly shorter than they. */
const MOST_CANDIDATES = 2;
const NO_INSTRUCTION: ReadonlySet<string> = new Set(['heading', 'rule', 'tag']);

/** A source whose body is to stand for all. */
export interface WholeBody {
  id: string;
  units: readonly BodyUnit[];
  /** Of each instruction of the others the unit that says it. */
  holders: ReadonlyMap<UnitId, UnitId>;
}

/**
 * Finds the source whose body says everything that the others' bodies say, by the very measure by which bodies are
 * composed; null without one. Of two that say all it is the one that leaves fewer words of the other's out.
 */
export function findWholeBody(
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): WholeBody | null {
  const length = ({ units }: BodySource) => units.reduce((sum, { unit }) => sum + unit.text.length, 0);
  const candidates = sources
    .filter(({ units }) => units.length > 0 && !units.some(({ id }) => excluded.has(id)))
    .sort((a, b) => length(b) - length(a))
    .slice(0, MOST_CANDIDATES)
    .map((one) => createCandidate(one, sources, excluded))
    .filter((candidate) => candidate !== null)
    .sort((a, b) => a.unsaid - b.unsaid);
  for (const candidate of candidates) {
    const holders = holdersIn(candidate, sources, excluded);
    if (holders) return { ...candidate.one, holders };
  }
  return null;
}

interface Candidate {
  one: BodySource;
  coverage: Coverage;
  /** The weight of the others' words that no instruction of it has where they stand. */
  unsaid: number;
}

/** Looks whether a source may say all; null where it surely does not. */
function createCandidate(
  one: BodySource,
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): Candidate | null {
  const bags = new Bags();
  const texts = one.units.map(({ unit }) => unit.text);
  const coverage = createCoverage(texts, bags);
  const own = new Set(texts);
  let unsaid = 0;
  for (const { id, unit } of othersOf(one, sources)) {
    if (excluded.has(id) || own.has(unit.text) || NO_INSTRUCTION.has(unit.kind)) continue;
    const { share } = coverage.best(unit.text);
    if (share < HALF) return null;
    unsaid += (1 - share) * bags.of(unit.text).total;
  }
  return { one, coverage, unsaid };
}

const othersOf = (one: BodySource, sources: readonly BodySource[]): BodyUnit[] =>
  sources.flatMap((source) => (source === one ? [] : source.units));

/** Where a source says each instruction of the others; null where it does not say one. */
function holdersIn(
  { one, coverage }: Candidate,
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): Map<UnitId, UnitId> | null {
  const own = new Set(one.units.map(({ unit }) => unit.text));
  const holderIn = createHolders(one, excluded);
  const holders = new Map<UnitId, UnitId>();
  for (const source of sources) {
    if (source === one) continue;
    const heads = new Map(source.units.map((unit) => [unit.id, unit]));
    for (const statement of listStatements(readSections(source, excluded))) {
      for (const { id } of statement.units) heads.delete(id);
      if (statement.kind === 'tag') continue;
      const holder = holderIn(statement);
      if (!holder) return null;
      for (const { id } of statement.units) holders.set(id, holder.id);
    }
    // A line that introduces a list asks for something too.
    for (const { id, unit } of heads.values()) {
      if (excluded.has(id) || own.has(unit.text) || NO_INSTRUCTION.has(unit.kind)) continue;
      if (coverage.best(unit.text).share < CONTAINED) return null;
    }
  }
  return holders;
}

/** Makes what finds the unit of a body that says all of a statement. */
function createHolders(
  one: BodySource,
  excluded: ReadonlySet<UnitId>,
): (statement: Statement) => BodyUnit | null {
  const pool = new Pool();
  const narrow = new Set<Draft>();
  const tree = readSections(one, excluded);
  const limited = new Set<BodyUnit>();
  for (const statement of listStatements(tree)) {
    const draft = pool.add(statement);
    if (!narrowOf(statement.section)) continue;
    narrow.add(draft);
    for (const unit of statement.units) limited.add(unit);
  }
  const titles = listSections(tree).flatMap(({ head }) => (head && isItem(head) ? head : []));
  const same = new Map(one.units.map((unit) => [unit.unit.text, unit]));
  const wide = new Map(one.units.flatMap((unit) => (limited.has(unit) ? [] : [[unit.unit.text, unit]])));
  return (statement) => {
    const isNarrow = narrowOf(statement.section);
    const known = statement.units.map(({ unit }) => (isNarrow ? same : wide).get(unit.text));
    if (known.every((unit) => unit !== undefined)) return known[0] ?? null;
    // What holds in one situation is not said for all.
    const mayHold: MayHold = (draft) => isNarrow || !narrow.has(draft);
    const [holder] = holderOf(pool, statement, mayHold)?.members ?? [];
    return holder?.units[0] ?? titles.find((title) => isTitle(statement, title, pool)) ?? null;
  };
}

/** Whether a title says just what a statement does. */
function isTitle({ text, units }: Statement, title: BodyUnit, { bags }: Pool): boolean {
  const [bag, own] = [bags.of(text), bags.of(titleOf(title))];
  const terms = units.flatMap(({ protectedTerms }) => protectedTerms);
  const isSame = bag.size > 0 && bag.size === own.size && hasStemsOf(own, bag);
  return isSame && missingTerms(terms, titleOf(title)).length === 0;
}

/** An item that titles those below it. */
const isItem = ({ unit }: BodyUnit): boolean => unit.kind === 'bullet' || unit.kind === 'step';

/** The body of that source, cut into pieces at its own lines; `text` is its file. */
export function takeWholeBody(
  one: WholeBody,
  text: string,
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): BodyResult {
  const lines: { from: number; to: number; first: BodyUnit; units: UnitId[] }[] = [];
  for (const unit of one.units) {
    const { range } = unit.unit;
    const from = text.lastIndexOf('\n', range.from - 1) + 1;
    const last = lines.at(-1);
    if (last && from < last.to) {
      last.units.push(unit.id);
      last.to = Math.max(last.to, range.to);
    } else lines.push({ from, to: range.to, first: unit, units: [unit.id] });
  }
  const pieces = lines.map(({ from, to, first, units }, at): Piece => {
    const gap = text.slice(lines[at - 1]?.to ?? from, from);
    const spaced = (gap.match(/\n/g) ?? []).length > 1;
    const words = text.slice(from, to).replaceAll('\r\n', '\n');
    return { id: first.id, kind: first.unit.kind, text: words, spaced, units, origin: 'source' };
  });
  const fates: BodyResult['fates'] = new Map();
  for (const { id: block, units } of pieces) {
    for (const unit of units)
      fates.set(unit, { fate: 'kept', block, reason: `${one.id} says all, so its body is taken whole.` });
  }
  settleOthers(one, fates, sources, excluded);
  return { pieces, fates };
}

function settleOthers(
  one: WholeBody,
  fates: BodyResult['fates'],
  sources: readonly BodySource[],
  excluded: ReadonlySet<UnitId>,
): void {
  const coverage = createCoverage(one.units.map(({ unit }) => unit.text));
  const same = new Map(one.units.map(({ unit, id }) => [unit.text, id]));
  for (const source of sources) {
    if (source.id === one.id) continue;
    for (const { id, unit } of source.units) {
      if (excluded.has(id)) continue;
      const holder =
        same.get(unit.text) ??
        one.holders.get(id) ??
        one.units[Math.max(0, coverage.best(unit.text).at)]?.id ??
        '';
      const block = fates.get(holder)?.block ?? holder;
      fates.set(id, { fate: 'contained', block, reason: `${one.id}, whose body is taken whole, says it.` });
    }
  }
}

/** What became of every instruction of every source? */

import { type AgentFile, readAgentFile } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';
import type { BodyResult } from './body-types';
import type { Loss } from './contradictions';
import { rangesInFile } from './described-ranges';
import type { DescriptionPlan } from './description';
import type { FieldPlan } from './fields';
import type { Layout } from './layout';
import type { Rendered } from './render';
import type { ReadSource } from './sources';
import type { Fate, LedgerEntry, ProposalSource, UnitId } from './types';

/** Why a unit is not in the result, decided before the body was composed. */
export interface Excluded {
  fate: Extract<Fate, 'quarantined' | 'conflict' | 'dropped'>;
  reason: string;
}

/** Everything that settles a unit's fate. */
export interface Settled {
  fields: FieldPlan;
  description: DescriptionPlan;
  body: BodyResult;
  layout: Layout;
  excluded: ReadonlyMap<UnitId, Excluded>;
  /** Units that stand with another's number. */
  losses: ReadonlyMap<UnitId, Loss>;
  /** What else is to be said of units. */
  notes: ReadonlyMap<UnitId, string>;
  rendered: Rendered;
}

type Outcome = Pick<LedgerEntry, 'fate' | 'target' | 'block' | 'reason'>;

/** Lists every unit of every source once: in the order of the sources, and within each in that of its text. */
export function listLedger(
  sources: readonly ReadSource[],
  all: readonly ProposalSource[],
  settled: Settled,
): LedgerEntry[] {
  const outcomeOf = outcomes(settled);
  const ledger: LedgerEntry[] = [];
  for (const { id, repeats } of all) {
    const source = sources.find((one) => one.id === (repeats ?? id));
    if (!source) continue;
    const own = entriesOf(source).map((entry) => ({
      ...entry,
      ...outcomeOf(entry.unit, entry.part, entry.kind),
    }));
    ledger.push(...(repeats === null ? own : repeatedEntries(own, source, id)));
  }
  return ledger;
}

/** The entries of a file that repeats another, at their places in that file. */
export function repeatedEntries(own: readonly LedgerEntry[], first: ReadSource, id: string): LedgerEntry[] {
  const twin = first.twins.get(id);
  const places = twin && entriesOf(twin);
  return own.map((entry, at): LedgerEntry => {
    const place = places?.[at] ?? {
      unit: id + entry.unit.slice(first.id.length),
      range: entry.range,
      text: entry.text,
    };
    const { unit, range, text } = place;
    const here = { ...entry, unit, range, text, source: id };
    if (entry.fate !== 'kept' && entry.fate !== 'fused') return here;
    const how = twin ? 'but for blanks and line ends' : 'word for word';
    return { ...here, fate: 'contained', reason: `The file is the same as ${first.id}, ${how}.` };
  });
}

export type Entry = Omit<LedgerEntry, keyof Outcome>;

/** A source's units in the order of its text. */
export function entriesOf({ id: source, fields, description, body }: ReadSource): Entry[] {
  return [
    ...fields.map(
      ({ id: unit, range, text }): Entry => ({
        unit,
        source,
        range,
        text,
        part: 'front-matter',
        kind: 'field',
        headings: [],
      }),
    ),
    ...description.map(
      ({ id: unit, unit: { text, kind }, range }): Entry => ({
        unit,
        source,
        range,
        text,
        part: 'description',
        kind,
        headings: [],
      }),
    ),
    ...body.map(
      ({ id: unit, unit: { text, kind, range, headings } }): Entry => ({
        unit,
        source,
        range,
        text,
        part: 'body',
        kind,
        headings,
      }),
    ),
  ].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
}

function outcomes(
  settled: Settled,
): (unit: UnitId, part: LedgerEntry['part'], kind: LedgerEntry['kind']) => Outcome {
  const { fields, description, rendered } = settled;
  const file = readAgentFile(rendered.text);
  const fieldRanges = new Map(file.fields.map(({ key, entry }) => [key, entry]));
  const described = [...description.fates.entries()].flatMap(([id, { range }]) =>
    range ? [{ id, range }] : [],
  );
  const places = rangesInFile(
    file,
    described.map(({ range }) => range),
  );
  const describedAt = new Map(described.map(({ id }, at) => [id, places[at] as TextRange]));
  const head = 'front-matter';
  return (unit, part, kind) => {
    const excluded = settled.excluded.get(unit);
    if (excluded) return { ...excluded, target: null, block: null };
    if (part === 'front-matter') {
      const { fate, reason, key, comment } = fields.fates.get(unit) ?? LOST;
      const target =
        comment === null ? (key !== null && fieldRanges.get(key)) || null : commentIn(file, comment);
      return { fate, reason, target, block: target && head };
    }
    if (part === 'description') {
      const { fate, reason } = description.fates.get(unit) ?? LOST;
      const target = describedAt.get(unit) ?? null;
      return { fate, reason, target, block: target && head };
    }
    return bodyOutcome(unit, kind, settled);
  };
}

/** No unit comes here: a property test holds every unit to have been settled. */
const LOST = {
  fate: 'quarantined' as const,
  reason: 'The merge found no place for it.',
  key: null,
  comment: null,
};

/** The line of the front matter that is this comment. */
function commentIn({ text, frontMatter }: AgentFile, comment: string): TextRange | null {
  if (frontMatter === null) return null;
  let at = frontMatter.range.from;
  for (const line of text.slice(at, frontMatter.range.to).split('\n')) {
    if (line.trim() === comment) return { from: at, to: at + line.trimEnd().length };
    at += line.length + 1;
  }
  return null;
}

/** Lines that say nothing need no place of their own. */
const DIVIDES: Outcome = {
  ...{ fate: 'contained', target: null, block: null },
  reason: 'It only divides; the result has dividing lines and headings of its own.',
};

function bodyOutcome(
  unit: UnitId,
  kind: LedgerEntry['kind'],
  { body, layout, losses, notes, rendered }: Settled,
): Outcome {
  const fate = body.fates.get(unit);
  if (!fate && kind === 'rule') return DIVIDES;
  if (!fate) return { fate: LOST.fate, reason: LOST.reason, target: null, block: null };
  const { block } = fate;
  if (layout.removed.has(block)) {
    return { fate: 'dropped', reason: 'A person took its words away.', target: null, block: null };
  }
  const loss = losses.get(unit);
  if (loss) {
    return { fate: 'conflict', reason: loss.reason, target: rendered.ranges.get(block) ?? null, block };
  }
  const said = layout.rewritten.has(block) ? 'A person wrote this piece anew.' : fate.reason;
  const reason = [said, notes.get(unit) ?? []].flat().join(' ');
  return { fate: fate.fate, reason, target: rendered.ranges.get(block) ?? null, block };
}

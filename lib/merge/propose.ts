/** What would these files be as one? */

import { accepts, type FieldKey } from '@/lib/agent-file';
import { type LineEnd, mainLineEnd } from '@/lib/text';
import { alignBodies } from './align';
import { composeBody } from './body';
import { forgetBags } from './body-measure';
import type { Alignment, BodyResult, BodySource, BodyUnit } from './body-types';
import { type Loss, settleContradictions } from './contradictions';
import { type ReadDecisions, readDecisions } from './decisions';
import { planDescription, writtenDescription } from './description';
import { planFields } from './fields';
import { writeFrontMatter } from './front-matter';
import { layOut } from './layout';
import { listLeaks } from './leakage';
import { type Excluded, listLedger } from './ledger';
import { refuseSources, refuseUnits } from './limits';
import { measure } from './metrics';
import { listProtected } from './protected';
import { render } from './render';
import { bodySources, type ReadSource, readSources, type SourceSet } from './sources';
import type { Conflict, Decision, MergeSource, Proposal, ProposeResult, UnitId } from './types';
import { untouched } from './untouched';
import { findWholeBody, takeWholeBody } from './whole-body';

/**
 * Proposes one file for many, with what became of every instruction. The same for the same sources in any order and
 * the same decisions; one distinct source comes back byte for byte. Refuses only what is too much, in words.
 */
export function proposeMerge(
  sources: readonly MergeSource[],
  decisions: readonly Decision[] = [],
): ProposeResult {
  const refusal = refuseSources(sources);
  if (refusal) return { ok: false, refusal };
  const set = readSources(sources);
  const tooMuch = refuseUnits(set.distinct);
  if (tooMuch) return { ok: false, refusal: tooMuch };
  const [first, second] = set.distinct;
  if (first && !second) return { ok: true, proposal: untouched(first, set.all, decisions) };
  try {
    return { ok: true, proposal: compose(set, decisions) };
  } finally {
    forgetBags();
  }
}

function compose({ distinct, all }: SourceSet, decisions: readonly Decision[]): Proposal {
  const { read, idle } = readDecisions(decisions, knownOf(distinct, all));
  const excluded = excludedUnits(distinct, read);
  const alignment = alignBodies(bodySources(distinct));
  const {
    conflicts: contradicted,
    losses,
    notes,
  } = settleContradictions(bodySources(distinct), without(alignment, excluded), read.chosen, read.keep);
  for (const [unit, { reason, text }] of losses) {
    if (text === null) excluded.set(unit, { fate: 'conflict', reason });
  }
  const out = new Set(excluded.keys());
  const bodies = yielding(bodySources(distinct), losses);
  const whole = isSteered(read, losses) ? null : findWholeBody(bodies, out);
  const file = distinct.find(({ id }) => id === whole?.id)?.file;
  const body =
    whole && file
      ? takeWholeBody(whole, file.text, bodies, out)
      : composeBody(bodies, alignment, {
          ...{ skeleton: firstOf(read.skeleton, all), keep: read.keep, excluded: out },
          ...{ split: read.split, fuse: read.fuse },
        });
  const fields = planFields(distinct, read, whole?.id ?? sayerOf(body, distinct));
  const own = read.set.get('description') ?? null;
  const description =
    own !== null && accepts('description', own) === null
      ? writtenDescription(distinct, own)
      : planDescription(distinct, { name: fields.name, keep: read.keep, excluded: out });
  const head = writeFrontMatter(fields, description.text);
  const layout = layOut(body, read.layout);
  const letterOf = lettersByUnit(distinct);
  const rendered = render(head.text, layout.pieces, lineEndOf(distinct), headBlock(distinct), ({ units }) =>
    lettersIn(units, letterOf),
  );
  const settled = { fields, description, body, layout, excluded, losses, notes, rendered };
  const ledger = listLedger(distinct, all, settled);
  const conflicts = [...fields.conflicts, ...contradicted];
  return {
    ...{ text: rendered.text, sources: all, blocks: rendered.blocks, ledger, conflicts },
    quarantined: ledger
      .filter(({ fate }) => fate === 'quarantined')
      .map(({ unit, source, range, reason }) => ({ unit, source, range, reason })),
    metrics: measure(rendered.text, distinct, ledger),
    idle: [...idle, ...layout.idle, ...idleChoices(decisions, conflicts, fields.idle.keys)].sort(
      (x, y) => x - y,
    ),
  };
}

/** Whether people say how the body is to be put together, or a number in it gives way. */
const isSteered = (read: ReadDecisions, losses: ReadonlyMap<UnitId, Loss>): boolean =>
  read.keep.size + read.split.length + read.fuse.length > 0 ||
  read.skeleton !== null ||
  [...losses.values()].some(({ text }) => text !== null);

/** The source whose body came out as it is: it says all that the others say. */
function sayerOf({ pieces }: BodyResult, distinct: readonly ReadSource[]): string | null {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
  const composed = plain(pieces.map(({ text }) => text).join('\n'));
  return (
    distinct.find(({ file }) => plain(file.text.slice(file.body.from, file.body.to)) === composed)?.id ?? null
  );
}

const without = ({ related }: Alignment, excluded: ReadonlyMap<UnitId, Excluded>): Alignment => ({
  related: related.filter(({ a, b }) => !excluded.has(a.id) && !excluded.has(b.id)),
});

/** Units whose number gives way, with the other one's. */
function yielding(sources: readonly BodySource[], losses: ReadonlyMap<UnitId, Loss>): BodySource[] {
  const changed = (unit: BodyUnit): BodyUnit => {
    const text = losses.get(unit.id)?.text ?? null;
    return text === null
      ? unit
      : { ...unit, unit: { ...unit.unit, text }, protectedTerms: listProtected(text) };
  };
  return sources.map((source) => ({ ...source, units: source.units.map(changed) }));
}

function knownOf(distinct: readonly ReadSource[], all: SourceSet['all']) {
  const units = distinct.flatMap(({ description, body }) => [...description, ...body].map(({ id }) => id));
  return { units: new Set(units), sources: new Set(all.map(({ id }) => id)) };
}

/** A skeleton that repeats another file is that file. */
const firstOf = (id: string | null, all: SourceSet['all']): string | null =>
  all.find((source) => source.id === id)?.repeats ?? id;

function excludedUnits(distinct: readonly ReadSource[], read: ReadDecisions): Map<UnitId, Excluded> {
  const excluded = new Map<UnitId, Excluded>();
  const leaks = listLeaks(distinct);
  for (const { description, body } of distinct) {
    for (const { id } of [...description, ...body]) {
      const reason = read.dropped.get(id);
      if (reason !== undefined) excluded.set(id, { fate: 'dropped', reason });
      else if (read.quarantined.has(id)) {
        excluded.set(id, { fate: 'quarantined', reason: 'A person set it aside.' });
      } else if (leaks.has(id) && !read.released.has(id) && !read.keep.has(id)) {
        excluded.set(id, { fate: 'quarantined', reason: leaks.get(id) ?? '' });
      }
    }
  }
  return excluded;
}

function lettersByUnit(distinct: readonly ReadSource[]): Map<UnitId, string> {
  return new Map(
    distinct.flatMap(({ letter, body }) => body.map(({ id }: BodyUnit) => [id, letter] as const)),
  );
}

const lettersIn = (units: readonly UnitId[], letterOf: ReadonlyMap<UnitId, string>): string[] =>
  [...new Set(units.flatMap((unit) => letterOf.get(unit) ?? []))].sort();

function headBlock(distinct: readonly ReadSource[]) {
  const units = distinct.flatMap(({ fields, description }) =>
    [...fields, ...description].map(({ id }) => id),
  );
  return { units, letters: distinct.map(({ letter }) => letter), origin: 'source' as const };
}

/** Carriage returns only where every file has them. */
const lineEndOf = (distinct: readonly ReadSource[]): LineEnd =>
  distinct.every(({ file }) => mainLineEnd(file.text) === '\r\n') ? '\r\n' : '\n';

const isNoDescription = ({ key, value }: Extract<Decision, { kind: 'set' }>): boolean =>
  key === 'description' && (value === null || accepts('description', value) !== null);

function idleChoices(
  decisions: readonly Decision[],
  conflicts: readonly Conflict[],
  keys: readonly FieldKey[],
): number[] {
  return decisions.flatMap((decision, index) => {
    if (decision.kind === 'set')
      return keys.includes(decision.key) || isNoDescription(decision) ? [index] : [];
    if (decision.kind !== 'choose') return [];
    const conflict = conflicts.find(({ id }) => id === decision.conflict);
    return conflict?.options.some(({ id }) => id === decision.option) ? [] : [index];
  });
}

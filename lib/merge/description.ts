/** Which description tells when to use the result, made of what its sources say? */

import type { TextRange } from '@/lib/text';
import { Bags } from './body-measure';
import { saysExample, type UnitedExamples, uniteExamples } from './description-examples';
import { saysTrigger, type UnitedTriggers, uniteTriggers } from './description-triggers';
import type { DescriptionUnit, ReadSource } from './sources';
import type { Fate, UnitId } from './types';

export interface DescribedFate {
  fate: Fate;
  reason: string;
  /** In the result's effective description; null for what is not in it. */
  range: TextRange | null;
}

export interface DescriptionPlan {
  text: string;
  fates: Map<UnitId, DescribedFate>;
}

/** How people steer the description. */
export interface DescriptionSteering {
  /** What the result is called; in examples it takes the place of the sources' names. */
  name: string;
  keep: ReadonlySet<UnitId>;
  excluded: ReadonlySet<UnitId>;
}

/**
 * Unites the descriptions: one sentence opens, occasions become one list, at most four examples stand whole, and of the
 * others the request. Says of every unit what became of it.
 */
export function planDescription(
  sources: readonly ReadSource[],
  steering: DescriptionSteering,
): DescriptionPlan {
  const rename = renamer(sources, steering.name);
  const described = sources.map((source) =>
    source.description.filter(({ id }) => !steering.excluded.has(id)),
  );
  const plan: DescriptionPlan = { text: '', fates: new Map() };
  if (described.every((units) => units.length === 0)) {
    plan.text = `Use this agent for the work of ${steering.name.replace(/[-_]+/g, ' ')}.`;
    return plan;
  }
  const whole = wholeSource(sources, described, steering);
  if (whole) return takeWhole(whole, described.flat(), rename);
  const units = described.flat();
  const triggers = uniteTriggers(
    units.filter(({ unit }) => unit.kind !== 'example'),
    steering.keep,
  );
  const examples = uniteExamples(
    units.filter(({ unit }) => unit.kind === 'example'),
    steering.keep,
    rename,
    triggers.sentences.map(({ text }) => text).join(' '),
  );
  writeTriggers(plan, triggers, rename);
  writeRequests(plan, examples);
  writeExamples(plan, examples, triggers.leads, steering.name);
  return plan;
}

/** The description that a person wrote; what it does not have word for word they left out. */
export function writtenDescription(sources: readonly ReadSource[], text: string): DescriptionPlan {
  const fates = sources
    .flatMap(({ description }) => description)
    .map(({ id, unit }): [UnitId, DescribedFate] => {
      const from = text.indexOf(unit.text);
      if (from === -1)
        return [id, { fate: 'dropped', reason: 'A person wrote the description anew.', range: null }];
      const range = { from, to: from + unit.text.length };
      return [id, { fate: 'kept', reason: 'It stands in the description that a person wrote.', range }];
    });
  return { text, fates: new Map(fates) };
}

/** The source that says by itself what all say, so that nothing needs to be written anew; the longest of several. */
function wholeSource(
  sources: readonly ReadSource[],
  described: readonly (readonly DescriptionUnit[])[],
  { excluded, keep }: DescriptionSteering,
): ReadSource | null {
  const bags = new Bags();
  const units = described.flat();
  if (units.some(({ id }) => keep.has(id))) return null;
  const found = sources.filter(({ file, description }) => {
    const said = file.effective.description;
    if (said === null || description.length === 0 || description.some(({ id }) => excluded.has(id)))
      return false;
    const own = new Set(description.map(({ id }) => id));
    const sentences = description.filter(({ unit }) => unit.kind !== 'example').map(({ unit }) => unit.text);
    return units.every((unit) => {
      if (own.has(unit.id) || said.includes(unit.unit.text)) return true;
      if (unit.unit.kind === 'example') return saysExample(description, said, unit, bags);
      return saysTrigger(sentences, unit.unit.text, bags);
    });
  });
  const length = ({ file }: ReadSource) => file.effective.description?.length ?? 0;
  return [...found].sort((a, b) => length(b) - length(a))[0] ?? null;
}

function takeWhole(
  { id, file, description }: ReadSource,
  units: readonly DescriptionUnit[],
  rename: (text: string) => string,
): DescriptionPlan {
  const before = file.effective.description ?? '';
  const text = rename(before);
  const own = new Set(description.map((unit) => unit.id));
  const fates = units.map(({ id: unit, unit: { text: said, range } }): [UnitId, DescribedFate] => {
    if (own.has(unit)) {
      const from = rename(before.slice(0, range.from)).length;
      const isSame = rename(said) === said;
      const reason = isSame
        ? 'The description of its file is taken whole.'
        : 'The description of its file is taken whole, with the name of the result.';
      return [
        unit,
        { fate: isSame ? 'kept' : 'fused', reason, range: { from, to: from + rename(said).length } },
      ];
    }
    const from = text.indexOf(rename(said));
    const place = from === -1 ? { from: 0, to: text.length } : { from, to: from + rename(said).length };
    return [
      unit,
      { fate: 'contained', reason: `The description of ${id}, which is taken whole, says it.`, range: place },
    ];
  });
  return { text, fates: new Map(fates) };
}

/** Makes what puts the result's name where an example calls the agent by another. */
function renamer(sources: readonly ReadSource[], name: string): (text: string) => string {
  const others = [...new Set(sources.flatMap(({ file }) => file.effective.name ?? []))]
    .filter((other) => other !== name && other.trim() !== '')
    .sort((a, b) => b.length - a.length);
  const patterns = others.map((other) => {
    const said = other.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    // A name of one common word is one only where an agent is meant.
    const behind = /[-_.\d]/.test(other) ? '' : '(?=["\'`*]{0,3}\\s+(?:sub-?)?agent\\b)';
    return new RegExp(`(?<![\\p{L}\\p{N}_-])${said}(?![\\p{L}\\p{N}_-])${behind}`, 'gu');
  });
  return (text) => patterns.reduce((renamed, pattern) => renamed.replace(pattern, () => name), text);
}

function append(plan: DescriptionPlan, gap: string, text: string): TextRange {
  if (plan.text !== '') plan.text += gap;
  const from = plan.text.length;
  plan.text += text;
  return { from, to: plan.text.length };
}

function writeTriggers(
  plan: DescriptionPlan,
  { sentences, contained }: UnitedTriggers,
  rename: (text: string) => string,
): void {
  const ranges = sentences.map(({ text, units, made }) => {
    const said = rename(text);
    const range = append(plan, ' ', said);
    for (const id of units) {
      const isKept = made === 'kept' && said === text;
      const reason = isKept
        ? 'The sentence stands in the description.'
        : 'What it names stands in one list with that of the others.';
      plan.fates.set(id, { fate: isKept ? 'kept' : 'fused', reason, range });
    }
    return range;
  });
  for (const [id, at] of contained) {
    const reason = 'Another sentence of the description says it.';
    plan.fates.set(id, { fate: 'contained', reason, range: ranges[at] ?? null });
  }
}

function writeRequests(plan: DescriptionPlan, { requests, named }: UnitedExamples): void {
  const range = { from: 0, to: plan.text.length };
  for (const unit of named) {
    const reason = 'The sentences that say when to use it name what it asks for.';
    plan.fates.set(unit, { fate: 'contained', reason, range });
  }
  for (const [at, { unit, text }] of requests.entries()) {
    if (at === 0) append(plan, ' ', 'Other requests for it:');
    const range = append(plan, at === 0 ? ' ' : '; ', text);
    const reason =
      'Its request stands in the description; four examples stand whole, so that the roster stays short.';
    plan.fates.set(unit, { fate: 'fused', reason, range });
  }
  if (requests.length > 0 && !/[.?!]['"]$/.test(plan.text)) plan.text += '.';
}

function writeExamples(
  plan: DescriptionPlan,
  { whole, contained }: UnitedExamples,
  leads: readonly UnitId[],
  name: string,
): void {
  const lead = leads.length > 0 && whole.length > 0 ? append(plan, ' ', 'Examples:') : null;
  for (const [at, id] of leads.entries()) {
    const isKept = at === 0 && lead !== null;
    const reason = isKept ? 'It introduces the examples.' : 'The examples are introduced once.';
    plan.fates.set(id, { fate: isKept ? 'kept' : 'contained', reason, range: lead });
  }
  for (const { unit, text, renamed } of whole) {
    const range = append(plan, '\n\n', text);
    const reason = renamed
      ? `The example stands, and calls the agent ${name}.`
      : 'The example stands in the description.';
    plan.fates.set(unit, { fate: renamed ? 'fused' : 'kept', reason, range });
  }
  for (const [id, other] of contained) {
    const range = plan.fates.get(other)?.range ?? null;
    plan.fates.set(id, { fate: 'contained', reason: 'Another example is for the same request.', range });
  }
}

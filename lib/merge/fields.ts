/** Which front matter has the result, what is in conflict there, and what becomes of each source's entries? */

import { accepts, checkYamlSource, FIELDS, type FieldKey, fieldRule, type YamlValue } from '@/lib/agent-file';
import { type FieldOption, hasSay, listFieldOptions, meaningOf, weighed, writtenAt } from './field-options';
import { fieldMergeRule, type SafeDefault } from './field-rules';
import type { FieldUnit } from './field-units';
import { compare, type ReadSource } from './sources';
import type { Conflict, Fate, UnitId } from './types';

/** The value of one key in the result. */
export interface PlannedField {
  key: string;
  written: YamlValue;
  /** YAML to write as it is; null where the lens finds a style. */
  yaml: string | null;
  /** Comments that stand above it. */
  comments: string[];
}

export interface FieldFate {
  fate: Fate;
  reason: string;
  /** The key in the result whose lines hold it; null where nothing does. */
  key: string | null;
  /** A comment that stands in the result. */
  comment: string | null;
}

export interface FieldPlan {
  fields: PlannedField[];
  conflicts: Conflict[];
  fates: Map<UnitId, FieldFate>;
  /** The name of the result. */
  name: string;
  /** Comments that stand below all keys. */
  comments: string[];
  /** Keys whose value by a person cannot be written. */
  idle: { keys: FieldKey[] };
}

/** What people decided of fields: options by conflict, and values of their own by key. */
export interface FieldChoices {
  chosen: ReadonlyMap<string, string>;
  set: ReadonlyMap<FieldKey, string | null>;
}

/**
 * Settles every key but the description: safe defaults, unless a person chose. Where two values are as good, that of
 * `whole` stands, the source that says all.
 */
export function planFields(
  sources: readonly ReadSource[],
  choices: FieldChoices,
  whole: string | null = null,
): FieldPlan {
  const speaking = sources.filter(hasSay);
  const plan: FieldPlan = {
    ...{ fields: [], conflicts: [], fates: new Map(), name: '', comments: [] },
    idle: { keys: [] },
  };
  for (const key of keysOf(speaking, choices)) planKey(key, speaking, choices, whole, plan);
  const name = plan.fields.find(({ key }) => key === 'name')?.written;
  plan.name = typeof name === 'string' ? name : '';
  settleRest(sources, plan);
  return plan;
}

/** Known keys in the order of the form, then the others by code units; the name comes also where none has one. */
function keysOf(sources: readonly ReadSource[], { set }: FieldChoices): string[] {
  const present = new Set(sources.flatMap(({ file }) => Object.keys(file.values)));
  const known = FIELDS.map(({ key }) => key).filter(
    (key) => key === 'name' || ((present.has(key) || set.has(key)) && key !== 'description'),
  );
  const unknown = [...present].filter((key) => fieldRule(key) === undefined && key !== '<<').sort(compare);
  return [...known, ...unknown];
}

function planKey(
  key: string,
  sources: readonly ReadSource[],
  choices: FieldChoices,
  whole: string | null,
  plan: FieldPlan,
): void {
  const options = listFieldOptions(key, sources);
  const isNameless = key === 'name' && !options.some(({ valid, value }) => valid && value !== null);
  if (isNameless) options.push(fallbackName(sources));
  const isConflict = options.length > 1 || isNameless;
  const own = ownOption(key, options, sources, choices, plan);
  if (own && !options.includes(own)) options.push(own);
  const picked = own ?? options.find(({ id }) => id === choices.chosen.get(key));
  const chosen = picked ?? safeOption(key, options, whole);
  if (!chosen) return;
  if (isConflict) plan.conflicts.push(conflictOf(key, options, chosen, picked !== undefined));
  if (chosen.written !== undefined) {
    plan.fields.push({ key, written: chosen.written, yaml: chosen.yaml, comments: [] });
  }
  settleEntries(key, sources, chosen, picked !== undefined, plan);
}

function ownOption(
  key: string,
  options: readonly FieldOption[],
  sources: readonly ReadSource[],
  { set }: FieldChoices,
  plan: FieldPlan,
): FieldOption | undefined {
  if (!fieldRule(key) || !set.has(key as FieldKey)) return undefined;
  const value = set.get(key as FieldKey) ?? null;
  const read = readTyped(key, value);
  if (read === null || (value === null && key === 'name')) {
    plan.idle.keys.push(key as FieldKey);
    return undefined;
  }
  const same = options.find(({ written }) => meaningOf(key, written) === meaningOf(key, read.written));
  return same ?? { ...weighed(key, read.written, sources), id: 'own', value, sources: [], yaml: read.yaml };
}

/** What a person typed as the value of a field; null where the field cannot take it. */
function readTyped(
  key: string,
  typed: string | null,
): { written: YamlValue | undefined; yaml: string | null } | null {
  if (typed === null) return { written: undefined, yaml: null };
  const kind = fieldRule(key)?.kind;
  const check = kind === 'nested' ? checkYamlSource(typed) : null;
  if (check && !check.ok) return null;
  const items = () =>
    typed
      .split(/[,\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const written = check?.ok ? check.value : kind === 'list' ? items() : typed;
  return accepts(key, written) === null ? { written, yaml: check ? typed : null } : null;
}

/** A file without a name gets one from where it lies, so that the result loads. */
function fallbackName(sources: readonly ReadSource[]): FieldOption {
  const stems = sources.map(({ id }) =>
    (id.split(/[/\\]/).at(-1) ?? '')
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, ''),
  );
  const name = stems.find((stem) => stem !== '' && accepts('name', stem) === null) ?? 'merged-agent';
  return { ...weighed('name', name, []), id: 'fallback', value: name, sources: [], yaml: null };
}

type Better = (a: FieldOption, b: FieldOption) => number;

const validFirst: Better = (a, b) => Number(b.valid) - Number(a.valid);
const presentFirst: Better = (a, b) => Number(b.value !== null) - Number(a.value !== null);
const mostSources: Better = (a, b) => b.sources.length - a.sources.length;
const neverWidens: Better = (a, b) => Number(a.widens) - Number(b.widens);
const leastHarm: Better = (a, b) => a.harm - b.harm;
const leastGains: Better = (a, b) => a.gains - b.gains;
const smallest: Better = (a, b) => numberOf(a) - numberOf(b);

const numberOf = ({ written }: FieldOption): number =>
  written === undefined || Number.isNaN(Number(written)) ? Number.POSITIVE_INFINITY : Number(written);

/** In which order options are preferred; what is still equal keeps the order of the sources. */
const SAFE: Readonly<Record<SafeDefault, readonly Better[]>> = {
  most: [validFirst, mostSources],
  'least-power': [validFirst, neverWidens, leastHarm, leastGains, mostSources],
  smallest: [validFirst, smallest],
};

function safeOption(
  key: string,
  options: readonly FieldOption[],
  whole: string | null,
): FieldOption | undefined {
  const isWhole = ({ sources }: FieldOption) => Number(whole !== null && sources.includes(whole));
  const wholeFirst: Better = (a, b) => isWhole(b) - isWhole(a);
  const order = [...SAFE[fieldMergeRule(key).safe], wholeFirst, presentFirst];
  const usable = key === 'name' ? options.filter(({ valid, value }) => valid && value !== null) : options;
  return [...usable].sort((a, b) => order.reduce((sum, better) => sum || better(a, b), 0))[0];
}

function conflictOf(
  key: string,
  options: readonly FieldOption[],
  chosen: FieldOption,
  decided: boolean,
): Conflict {
  const { kind, question } = fieldMergeRule(key);
  return {
    id: key,
    kind,
    key,
    question,
    options: options.map(({ id, value, sources, meaning, widens }) => ({
      id,
      value,
      sources,
      meaning,
      widens,
    })),
    chosen: chosen.id,
    decided,
    units: [],
  };
}

function settleEntries(
  key: string,
  sources: readonly ReadSource[],
  chosen: FieldOption,
  decided: boolean,
  plan: FieldPlan,
): void {
  const meaning = meaningOf(key, chosen.written);
  for (const source of sources) {
    for (const unit of source.fields.filter((one) => one.kind === 'entry' && one.key === key)) {
      const isSame = meaningOf(key, writtenAt(source, key)) === meaning;
      plan.fates.set(unit.id, entryFate(key, isSame, chosen, decided));
    }
  }
}

function entryFate(key: string, isSame: boolean, chosen: FieldOption, decided: boolean): FieldFate {
  if (isSame && chosen.written === undefined) {
    return {
      fate: 'contained',
      reason: 'It gives no value, which is what the result says.',
      key: null,
      comment: null,
    };
  }
  if (isSame) return { fate: 'kept', reason: 'The result has this value.', key, comment: null };
  const who = decided
    ? 'A person chose another value'
    : 'The sources differ, and the safe default is another';
  const value = chosen.value === null ? 'none' : clipped(chosen.value);
  return { fate: 'conflict', reason: `${who}: ${value}.`, key: null, comment: null };
}

const clipped = (value: string): string => (value.length > 60 ? `${value.slice(0, 59)}…` : value);

/** Comments stand above the value that they were written beside; lines that give no value have no place. */
function settleRest(sources: readonly ReadSource[], plan: FieldPlan): void {
  for (const source of sources) {
    for (const unit of source.fields) {
      if (plan.fates.has(unit.id)) continue;
      plan.fates.set(unit.id, restFate(source, unit, plan));
    }
  }
}

function restFate(source: ReadSource, unit: FieldUnit, plan: FieldPlan): FieldFate {
  if (!hasSay(source)) {
    const reason = 'The front matter of this file cannot be read, so none of its fields was taken.';
    return { fate: 'quarantined', reason, key: null, comment: null };
  }
  if (unit.kind !== 'comment') {
    return {
      fate: 'contained',
      reason: 'Claude Code takes no value from this line; the field that counts is in the ledger.',
      key: null,
      comment: null,
    };
  }
  const entry = source.fields.find(({ kind, key }) => kind === 'entry' && key === unit.key && key !== null);
  const lost = entry && plan.fates.get(entry.id)?.fate === 'conflict';
  if (lost)
    return { fate: 'conflict', reason: 'It is about a value that was not chosen.', key: null, comment: null };
  const field = plan.fields.find(({ key }) => key === unit.key);
  const comments = field?.comments ?? plan.comments;
  const isNew = !comments.includes(unit.text);
  if (isNew) comments.push(unit.text);
  const reason = isNew ? 'The comment stays.' : 'The same comment is there already.';
  return { fate: isNew ? 'kept' : 'contained', reason, key: null, comment: unit.text };
}

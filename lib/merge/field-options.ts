/** Which values do the sources give one front-matter key, and what would each mean? */

import { accepts, type FieldKey, fieldRule, fieldSource, toolItems, type YamlValue } from '@/lib/agent-file';
import { countGains, type FieldValues, harmOf, powerWords, starts, withValue } from './field-power';
import { fieldMergeRule } from './field-rules';
import { compare, type ReadSource } from './sources';
import type { ConflictOption } from './types';
import { hashText } from './unit-names';

/** One value of a key, as some sources say it or as the merge offers it. */
export interface FieldOption extends ConflictOption {
  /** Undefined for absent. */
  written: YamlValue | undefined;
  /** The YAML of a nested value, with its comments; null where the value is written anew. */
  yaml: string | null;
  /** Whether Claude Code takes the value. */
  valid: boolean;
  /** How much the sources would gain by it, added up; 0 for keys that give no power. */
  gains: number;
  /** Whether it would run commands or change files. */
  harm: number;
}

interface Group {
  meaning: string;
  sources: ReadSource[];
}

/** Whether a source's fields can be read at all; one whose front matter cannot has no say. */
export const hasSay = ({ file }: ReadSource): boolean =>
  file.frontMatter !== null && file.frontMatter.parse !== 'failed';

/** Lists the distinct values of `key`, by what they mean to Claude Code, in the order of the sources. */
export function listFieldOptions(key: string, sources: readonly ReadSource[]): FieldOption[] {
  const known = fieldRule(key) !== undefined;
  const groups = new Map<string, Group>();
  for (const source of sources) {
    const meaning = meaningOf(key, writtenAt(source, key));
    if (meaning === 'absent' && !known) continue;
    const group = groups.get(meaning);
    if (group) group.sources.push(source);
    else groups.set(meaning, { meaning, sources: [source] });
  }
  const options = [...groups.values()].map((group) => optionOf(key, group, sources));
  return options.length < 2 ? options : [...options, ...offeredOptions(key, options, sources)];
}

/** What a source says at a key; undefined where it says nothing, or nothing that counts. */
export function writtenAt({ file }: ReadSource, key: string): YamlValue | undefined {
  if (!Object.hasOwn(file.values, key)) return undefined;
  const written = file.values[key];
  return written === null && key !== 'tools' && fieldRule(key) ? undefined : written;
}

/** Equal for values that are the same to Claude Code; a value that it drops is still one of its own. */
export function meaningOf(key: string, written: YamlValue | undefined): string {
  if (written === undefined) return 'absent';
  const rule = fieldRule(key);
  if (!rule) return canonical(written);
  if (rule.kind === 'tools') return toolsMeaning(key, toolItems(written));
  const effective = rule.effective(written);
  return effective === undefined ? `dropped ${canonical(written)}` : canonical(effective);
}

function toolsMeaning(key: string, items: readonly string[]): string {
  if (items.includes('*')) return 'absent';
  if (key === 'disallowedTools' && items.length === 0) return 'absent';
  return canonical([...new Set(items)].sort(compare));
}

function canonical(value: YamlValue): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value).sort(compare);
  return `{${keys.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}

function optionOf(key: string, { meaning, sources }: Group, all: readonly ReadSource[]): FieldOption {
  const source = meaning === 'absent' ? undefined : commonestSpelling(key, sources);
  const written = source && writtenAt(source, key);
  const value = source === undefined || written === undefined ? null : asWritten(source, key, written);
  return {
    ...weighed(key, written, all),
    id: optionId(value),
    value,
    sources: sources.map(({ id }) => id),
    yaml: source && isNested(key, written) ? fieldSource(source.file.text, key) : null,
  };
}

const isNested = (key: string, written: YamlValue | undefined): boolean =>
  typeof written === 'object' && written !== null && fieldRule(key)?.kind !== 'tools';

/** The source that spells the value as most do; of as many the first. */
function commonestSpelling(key: string, sources: readonly ReadSource[]): ReadSource | undefined {
  const counts = new Map<string, ReadSource[]>();
  for (const source of sources) {
    const spelling = JSON.stringify(writtenAt(source, key));
    counts.set(spelling, [...(counts.get(spelling) ?? []), source]);
  }
  const ranked = [...counts.values()].sort((a, b) => b.length - a.length);
  return ranked[0]?.[0];
}

function asWritten({ file }: ReadSource, key: string, written: YamlValue): string {
  return typeof written === 'string' ? written : fieldSource(file.text, key);
}

/** The value itself where it is short and plain, so that it can be typed; else a hash of it. */
function optionId(value: string | null): string {
  if (value === null) return 'absent';
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,59}$/u.test(value) && value !== 'absent' ? value : hashText(value);
}

/** What a value would mean: whether it is taken, what it gives, in words. */
export function weighed(
  key: string,
  written: YamlValue | undefined,
  sources: readonly ReadSource[],
): Pick<FieldOption, 'written' | 'valid' | 'gains' | 'harm' | 'widens' | 'meaning'> {
  const values = sources.map(({ file }) => file.values);
  const gains = GIVES_POWER.has(key)
    ? values.reduce((sum, one) => sum + countGains(one, key, written), 0)
    : 0;
  return {
    written,
    valid: isValid(key, written),
    gains,
    harm: key === 'tools' ? harmOf(withValue({}, key, written)) : 0,
    widens: gains > 0,
    meaning: meaningWords(key, written, gains, values),
  };
}

const GIVES_POWER: ReadonlySet<string> = new Set<FieldKey>([
  ...(['tools', 'disallowedTools', 'permissionMode', 'memory'] as const),
  ...(['hooks', 'mcpServers', 'isolation', 'background'] as const),
]);

function isValid(key: string, written: YamlValue | undefined): boolean {
  if (written === undefined) return true;
  const rule = fieldRule(key);
  if (accepts(key, written) !== null) return false;
  if (!rule) return true;
  // An agent without tools starts, but is hardly what a file among others that have some is there for.
  if (key === 'tools') return starts(written) && toolItems(written).length > 0;
  if (key === 'model')
    return rule.values?.includes(String(written)) === true || /[-./:]/.test(String(written));
  return rule.effective(written) !== undefined;
}

function meaningWords(
  key: string,
  written: YamlValue | undefined,
  gains: number,
  values: readonly FieldValues[],
): string {
  if (GIVES_POWER.has(key)) {
    const lead = written === undefined ? `${fieldMergeRule(key).absent} ` : '';
    const more = gains > 0 ? ' That is more than some of the files allow.' : '';
    return `${lead}${powerWords(key === 'tools' ? {} : narrow(values), key, written)}${more}`;
  }
  if (written === undefined) return fieldMergeRule(key).absent;
  const rule = fieldRule(key);
  if (rule && !isValid(key, written)) return `Claude Code does not take this value. ${rule.rule}`;
  return `${rule?.label ?? key}: ${typeof written === 'string' ? written : JSON.stringify(written)}.`;
}

/** Of a denial or a mode one wants to know what it leaves; the first source stands for all. */
const narrow = (values: readonly FieldValues[]): FieldValues => values[0] ?? {};

/** Where every value gives some agent more than it had, leaving the key out is offered. */
function offeredAbsence(
  key: string,
  options: readonly FieldOption[],
  sources: readonly ReadSource[],
): FieldOption[] {
  const isNeeded = GIVES_POWER.has(key) && options.every(({ gains, value }) => gains > 0 && value !== null);
  if (!isNeeded) return [];
  return [{ ...weighed(key, undefined, sources), id: 'absent', value: null, sources: [], yaml: null }];
}

/** For tools also what no source says by itself: what all of them allow, and what any of them does. */
function offeredOptions(
  key: string,
  options: readonly FieldOption[],
  sources: readonly ReadSource[],
): FieldOption[] {
  if (key !== 'tools' && key !== 'disallowedTools') return offeredAbsence(key, options, sources);
  const lists = options.map(({ written }) => (written === undefined ? null : toolItems(written)));
  const named = lists.flatMap((list) => (list === null || list.includes('*') ? [] : [list]));
  if (named.length < 2) return [];
  const union = [...new Set(named.flat())];
  const shared = union.filter((item) => named.every((list) => list.includes(item)));
  const absent = named.length < lists.length;
  const offers = [
    { id: 'common', list: shared, words: 'Only what all of the lists name.' },
    ...(absent && key === 'tools'
      ? []
      : [{ id: 'together', list: union, words: 'What any of the lists names.' }]),
  ];
  const known = new Set(options.map(({ written }) => meaningOf(key, written)));
  return offers.flatMap(({ id, list, words }) => {
    const written = list.join(', ');
    if (list.length === 0 || known.has(meaningOf(key, written))) return [];
    const weight = weighed(key, written, sources);
    return [
      { ...weight, meaning: `${words} ${weight.meaning}`, id, value: written, sources: [], yaml: null },
    ];
  });
}

/** Which fields have another value for the agent? */

import {
  type AgentFile,
  FIELDS,
  type Field,
  type FieldKind,
  fieldRule,
  sameValue,
  toolItems,
  type YamlValue,
} from '@/lib/agent-file';

import { diffWords } from './diff-words';
import type { FieldChange } from './types';

/** The value of one field, as it is compared and as it is said. */
interface Value {
  /** What the agent gets, or of a key that Claude Code does not read, what is written. */
  value: YamlValue;
  words: string;
  /** The items of a list; null of what is none. */
  items: string[] | null;
  field: Field;
}

/**
 * Compares the fields of two files by what the agent gets of them, in the order of the form and then of the file. What is
 * only written in another way is no change.
 */
export function compareFields(before: AgentFile | null, after: AgentFile): FieldChange[] {
  const keys = new Set([
    ...FIELDS.map(({ key }) => key as string),
    ...after.fields.map(({ key }) => key),
    ...(before?.fields.map(({ key }) => key) ?? []),
  ]);
  return [...keys].flatMap((key) => {
    const [was, is] = [before && fieldValueOf(before, key), fieldValueOf(after, key)];
    if (!was && !is) return [];
    if (was && is && sameValue(was.value, is.value)) return [];
    return [changeOf(key, was, is)];
  });
}

/** Null where the key is absent, or its value dropped by Claude Code. */
function fieldValueOf(file: AgentFile, key: string): Value | null {
  const field = file.fields.find((each) => each.key === key);
  const written = Object.hasOwn(file.values, key) ? file.values[key] : undefined;
  if (!field || written === undefined) return null;
  const rule = fieldRule(key);
  if (!rule) return unknownOf(written, file, field);
  if (rule.kind === 'tools') return toolsOf(key, written, field);
  const value = rule.effective(written);
  if (value === undefined) return null;
  const items = rule.kind === 'list' && Array.isArray(value) ? value.map(String) : null;
  if (items?.length === 0) return null;
  return { value, words: wordsOf(rule.kind, value, file, field), items, field };
}

/** Of a key that Claude Code does not read: a list by its items, where these are plain values. */
function unknownOf(value: YamlValue, file: AgentFile, field: Field): Value {
  const isPlain = Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
  if (!isPlain) return { value, words: sourceOf(file, field), items: null, field };
  const items = value.map(String);
  return { value, words: items.join(', '), items, field };
}

/** A tool list without what memory adds, for that is the doing of memory. */
function toolsOf(key: string, written: YamlValue, field: Field): Value | null {
  const items = toolItems(written);
  const isAll = items.includes('*');
  if (key !== 'tools') {
    if (isAll || items.length === 0) return null;
    return { value: [...items].sort(), words: items.join(', '), items, field };
  }
  if (isAll) return null;
  const words = items.length === 0 ? 'no tools' : items.join(', ');
  return { value: [...items].sort(), words, items, field };
}

function wordsOf(kind: FieldKind, value: YamlValue, file: AgentFile, field: Field): string {
  if (kind === 'flag') return value === true ? 'yes' : 'no';
  if (kind === 'nested') return sourceOf(file, field);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function sourceOf({ text }: AgentFile, { value }: Field): string {
  return value ? text.slice(value.from, value.to) : '';
}

/** What an agent has that says nothing of these. */
const ABSENT: Readonly<Record<string, string>> = { tools: 'all tools' };

function changeOf(key: string, was: Value | null, is: Value | null): FieldChange {
  const rule = fieldRule(key);
  const [had, has] = [was?.items ?? [], is?.items ?? []];
  const isText = !was?.items && !is?.items;
  const { shared: _shared, ...words } = diffWords(was?.words ?? '', is?.words ?? '');
  return {
    key,
    label: rule?.label ?? key,
    known: rule !== undefined,
    kind: was ? (is ? 'changed' : 'removed') : 'added',
    before: was?.words ?? ABSENT[key] ?? null,
    after: is?.words ?? ABSENT[key] ?? null,
    added: has.filter((item) => !had.includes(item)),
    removed: had.filter((item) => !has.includes(item)),
    words: isText && was && is ? words : null,
    ranges: { before: was?.field.entry ?? null, after: is?.field.entry ?? null },
  };
}

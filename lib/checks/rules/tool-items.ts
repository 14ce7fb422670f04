/** Which items stand in a tool list as written, and how is one taken out? */

import { type AgentFile, type Field, type Fix, toolItems } from '@/lib/agent-file';

import { editFix } from '../fixes';
import { fieldOf } from '../rule';

export type ToolKey = 'tools' | 'disallowedTools';

/** The items of a tool list as written, without what memory adds. */
export function itemsOf(file: AgentFile, key: ToolKey): string[] {
  if (key === 'tools' && file.effective.tools.kind !== 'list') return [];
  if (key === 'disallowedTools' && file.effective.disallowedTools.length === 0) return [];
  return [...new Set(toolItems(fieldOf(file, key)?.written))];
}

/** Returns the fix that takes an item out, the rest in the style of the list; undefined for the only one. */
export function dropItem(file: AgentFile, field: Field, item: string, title: string): Fix | undefined {
  const key = field.key as ToolKey;
  const rest = itemsOf(file, key).filter((other) => other !== item);
  if (rest.length === 0) return undefined;
  const written = Array.isArray(field.written) ? rest : rest.join(', ');
  return editFix(file, title, { kind: 'set', key, value: written });
}

/** A YAML list that quotes made one text; the second group is what stands in its brackets. */
export const LIST_IN_QUOTES = /^(["'])\[(.*)\]\1$/s;

/** Tells whether `tools` is a list in quotes. */
export function isQuotedList(file: AgentFile): boolean {
  const field = fieldOf(file, 'tools');
  return field?.value !== null && field !== null && LIST_IN_QUOTES.test(sourceOf(file, field));
}

/** Returns the source of a field's value. */
export function sourceOf(file: AgentFile, field: Field): string {
  return field.value === null ? '' : file.text.slice(field.value.from, field.value.to);
}

/** How do the values of a file go into inputs and back? */

import {
  type AgentFile,
  type AgentFileChange,
  type FieldKey,
  toolItems,
  type YamlValue,
} from '@/lib/agent-file';

/** What the YAML says at a key, or undefined. */
export function writtenAt(file: AgentFile, key: string): YamlValue | undefined {
  return file.fields.find((field) => field.key === key)?.written;
}

/** Is the key in the file, be it empty? */
export function hasKey(file: AgentFile, key: string): boolean {
  return file.fields.some((field) => field.key === key);
}

/** The text for an input: what the agent gets, or what is written where the loader drops that. */
export function textAt(file: AgentFile, key: FieldKey): string {
  const value = file.effective[key] ?? writtenAt(file, key);
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The change for a text that was typed; an empty optional field leaves the file. */
export function textChange(key: string, text: string, isRequired: boolean): AgentFileChange {
  return text === '' && !isRequired ? { kind: 'unset', key } : { kind: 'set', key, value: text };
}

/** The change for a choice; whole numbers are written as numbers, "yes" and "no" as booleans. */
export function choiceChange(key: string, choice: string): AgentFileChange {
  if (choice === '') return { kind: 'unset', key };
  if (choice === 'true' || choice === 'false') return { kind: 'set', key, value: choice === 'true' };
  return { kind: 'set', key, value: /^-?\d{1,15}$/.test(choice) ? Number(choice) : choice };
}

/** The change for a list; an empty one leaves the file. */
export function listChange(key: string, list: readonly string[]): AgentFileChange {
  return list.length === 0 ? { kind: 'unset', key } : { kind: 'set', key, value: [...list] };
}

export type ToolKind = 'inherit' | 'none' | 'list';

/** What `tools` grants as it is written, without what memory adds. */
export function toolChoice(file: AgentFile): { kind: ToolKind; items: string[] } {
  if (!hasKey(file, 'tools')) return { kind: 'inherit', items: [] };
  const items = toolItems(writtenAt(file, 'tools') ?? null);
  if (items.includes('*')) return { kind: 'inherit', items: [] };
  return { kind: items.length > 0 ? 'list' : 'none', items };
}

/** The change for the tools: without the key all, with an empty list none. */
export function toolChange(kind: ToolKind, items: readonly string[]): AgentFileChange {
  if (kind === 'inherit') return { kind: 'unset', key: 'tools' };
  return { kind: 'set', key: 'tools', value: kind === 'none' ? [] : [...items] };
}

/** The description before its first example, everything from there on, and what stands between or after examples. */
export function splitDescription(file: AgentFile): { prose: string; rest: string; tail: string } {
  const description = textAt(file, 'description');
  const start = file.examples.length > 0 ? description.search(/<example\b/i) : -1;
  if (start === -1) return { prose: description, rest: '', tail: '' };
  const rest = description.slice(start);
  const tail = rest.replace(/<example\b[\s\S]*?(?:<\/example>|$)/gi, '').trim();
  return { prose: description.slice(0, start), rest, tail };
}

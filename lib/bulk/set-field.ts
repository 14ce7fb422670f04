/** What does a file say when one of its fields is set, as it is in many others? */

import { type AgentFile, type EditResult, editAgentFile, toolItems, type YamlValue } from '@/lib/agent-file';

import { isList } from './describe';
import type { SetFieldChange } from './types';

/** The edit of a file, or why there is nothing to edit. */
export type Edited = EditResult | { ok: 'unchanged'; message: string };

const unchanged = (message: string): Edited => ({ ok: 'unchanged', message });

/** Returns the file with the field set. */
export function editField(file: AgentFile, change: SetFieldChange): Edited {
  const { key, how, values } = change;
  const { text } = file;
  if (how === 'unset') return editAgentFile(text, { kind: 'unset', key });
  if (!isList(key)) return editAgentFile(text, { kind: 'set', key, value: values[0] ?? '' });
  // What cannot be read has no list to add to: the lens says what to do first.
  if (how === 'set' || file.frontMatter?.parse === 'failed')
    return editAgentFile(text, { kind: 'set', key, value: values });
  if (key === 'tools' && file.effective.tools.kind === 'inherit') return everyTool(key, how);
  const items = itemsOf(file, key);
  if (items.includes('*')) return everyTool(key, how);
  const next =
    how === 'add'
      ? [...items, ...values.filter((value) => !items.includes(value))]
      : items.filter((item) => !values.some((value) => names(value, item)));
  if (next.length === items.length)
    return unchanged(how === 'add' ? 'It has all of them.' : 'It has none of them.');
  // No tool at all is a decision; any other list that is empty says nothing.
  if (next.length === 0 && key !== 'tools') return editAgentFile(text, { kind: 'unset', key });
  return editAgentFile(text, { kind: 'set', key, value: next });
}

/** Without a list an agent has all tools: naming one would take the others away, and none can be taken out. */
function everyTool(key: string, how: 'add' | 'remove'): Edited {
  if (how === 'add') return unchanged('It has every tool already.');
  const message = 'It has every tool, so none can be taken out of its list. Add to the denied tools instead.';
  return { ok: false, refusal: { code: 'every-tool', key, message } };
}

function itemsOf(file: AgentFile, key: string): string[] {
  const written: YamlValue | undefined = Object.hasOwn(file.values, key) ? file.values[key] : undefined;
  return key === 'skills' ? file.effective.skills : toolItems(written);
}

/** `Bash` names `Bash(git:*)`, too. */
const names = (value: string, item: string) => item === value || item.startsWith(`${value}(`);

/** How is a change of many files said in words, and what is wrong with one that cannot be? */

import { fieldRule } from '@/lib/agent-file';
import { listWords } from '@/lib/text';

import { toPattern } from './find';
import type { BulkChange, ReplaceChange, SetFieldChange } from './types';

const MAX_QUOTED = 60;

/** Kinds of fields whose value is a list of names. */
const LISTS = new Set(['tools', 'list']);

/** Says whether a field holds a list, so that something can be added to it. */
export const isList = (key: string): boolean => LISTS.has(fieldRule(key)?.kind ?? '');

/** Says whether a field can be set alike in many files: a name and a description are each agent's own. */
export function isSettable(key: string): boolean {
  const rule = fieldRule(key);
  return rule !== undefined && !rule.required && rule.kind !== 'nested';
}

/** Says whether text can be replaced in the value of a field. */
export const isReplaceable = (key: string): boolean => {
  const rule = fieldRule(key);
  return rule !== undefined && rule.kind !== 'nested' && rule.kind !== 'flag' && rule.kind !== 'count';
};

/** Says in a few words what a change does: the message of each version, and its line among the changes of many. */
export function describeChange(change: BulkChange): string {
  return change.kind === 'replace' ? replaceWords(change) : fieldWords(change);
}

function fieldWords({ key, how, values }: SetFieldChange): string {
  const label = labelOf(key);
  const words = listWords(values.map(short));
  if (how === 'unset') return `Remove ${label}`;
  if (how === 'add') return `Add ${words} to ${label}`;
  if (how === 'remove') return `Take ${words} out of ${label}`;
  return `Set ${label} to ${words || 'nothing'}`;
}

function replaceWords({ scope, find, insert, isPattern }: ReplaceChange): string {
  const what = isPattern ? `/${short(find)}/` : `"${short(find)}"`;
  const where = scope === 'file' ? '' : ` in the ${scope === 'body' ? 'body' : labelOf(scope)}`;
  return insert === '' ? `Take out ${what}${where}` : `Replace ${what} by "${short(insert)}"${where}`;
}

const labelOf = (key: string) => fieldRule(key)?.label.toLowerCase() ?? key;
const short = (text: string) => (text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text);

/** Says why a change can be done in no file, and what to do; null when it can. */
export function changeFault(change: BulkChange): string | null {
  return change.kind === 'replace' ? replaceFault(change) : fieldFault(change);
}

function fieldFault({ key, how, values }: SetFieldChange): string | null {
  const rule = fieldRule(key);
  if (!rule || !isSettable(key)) return `"${key}" cannot be set in many files at once. Choose another field.`;
  if (how === 'unset') return null;
  if (isList(key)) {
    if (how === 'set' && key === 'tools') return null;
    return values.length > 0 ? null : `Give at least one name for ${rule.label.toLowerCase()}.`;
  }
  if (how !== 'set') return `${rule.label} holds no list. Set it instead.`;
  const [value = ''] = values;
  if (values.length !== 1 || value === '') return `Give a value for ${rule.label.toLowerCase()}.`;
  return rule.effective(value) === undefined ? `Claude Code would ignore this value. ${rule.rule}` : null;
}

function replaceFault(change: ReplaceChange): string | null {
  const { scope, find } = change;
  if (scope !== 'file' && scope !== 'body' && !isReplaceable(scope))
    return `In "${scope}" nothing can be replaced. Choose another place.`;
  if (find === '') return 'Say what to find.';
  try {
    toPattern(change);
    return null;
  } catch (error) {
    const { message } = error as SyntaxError;
    const reason = message.slice(message.lastIndexOf(': ') + 2);
    return `This is no regular expression: ${reason}. A backslash before a sign takes it as it is.`;
  }
}

/** What would a change of many files make of this one? */

import { checkText, readAgentFile } from '@/lib/agent-file';
import { compareAuthority } from '@/lib/authority';

import { replaceInFile } from './replace';
import { editField } from './set-field';
import type { BulkChange, Match, Planned } from './types';

/**
 * Says what `change` makes of `text`, without the matches whose index is in `skip`. Outside of what is changed nothing
 * differs, a file that loads goes on loading, and whatever would be otherwise is refused with the reason. A pattern may
 * take for ever: call this where it can be stopped.
 */
export function planChange(text: string, change: BulkChange, skip: readonly number[] = []): Planned {
  const before = readAgentFile(text);
  const { edited, matches } =
    change.kind === 'replace'
      ? replaceInFile(before, change, new Set(skip))
      : { edited: editField(before, change), matches: [] as Match[] };
  if (edited.ok === 'unchanged') return { outcome: 'unchanged', message: edited.message, matches };
  if (!edited.ok) return { outcome: 'refused', message: edited.refusal.message, matches };
  if (edited.text === text) return { outcome: 'unchanged', message: 'It says so already.', matches };
  const check = checkText(edited.text);
  if (!check.ok) return { outcome: 'refused', message: check.message, matches };
  const after = readAgentFile(edited.text);
  return {
    outcome: 'changed',
    text: edited.text,
    matches,
    gains: compareAuthority(before.effective, after.effective).gains,
    startsToLoad: after.verdict.loads && !before.verdict.loads,
  };
}

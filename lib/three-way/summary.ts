/** What did one side change, in words? */

import { type AgentFile, type Field, sameValue } from '@/lib/agent-file';
import { listWords } from '@/lib/text';

import { diffLines, splitLines } from './lines';

/**
 * Says what became of `before` in `after`: which entries, and how many lines of the body.
 *
 * @example summarise(readAgentFile(base), readAgentFile(theirs)) // 'description changed, 2 lines of the body added'
 */
export function summarise(before: AgentFile, after: AgentFile): string {
  if (before.text === after.text) return 'nothing changed';
  const parts = [...fieldParts(before, after), ...bodyParts(before, after)];
  if (parts.length > 0) return parts.join(', ');
  return 'only blanks, comments or line ends of the front matter changed';
}

function fieldParts(before: AgentFile, after: AgentFile): string[] {
  const verbs: [string, string][] = [];
  for (const key of changedKeys(before, after)) {
    const had = before.fields.some((field) => field.key === key);
    const has = after.fields.some((field) => field.key === key);
    verbs.push([key, had && has ? 'changed' : has ? 'added' : 'removed']);
  }
  return ['changed', 'added', 'removed'].flatMap((verb) => {
    const keys = verbs.filter(([, its]) => its === verb).map(([key]) => key);
    if (keys.length === 0) return [];
    return [`${listWords(keys)} ${verb}`];
  });
}

/** Returns the keys whose written value differs between two files, in the order in which the files have them. */
export function changedKeys(before: AgentFile, after: AgentFile): string[] {
  const keys = [...new Set([...before.fields, ...after.fields].map((field) => field.key))];
  return keys.filter((key) => !sameValue(writtenOf(before, key), writtenOf(after, key)));
}

/** Returns what the YAML says of a key; `undefined` when the key is absent. */
export function writtenOf(file: AgentFile, key: string): Field['written'] {
  const field = file.fields.find((candidate) => candidate.key === key);
  // A key with nothing after it is not an absent key.
  return field === undefined ? undefined : (field.written ?? null);
}

function bodyParts(before: AgentFile, after: AgentFile): string[] {
  const from = before.text.slice(before.body.from, before.body.to);
  const to = after.text.slice(after.body.from, after.body.to);
  if (from === to) return [];
  const hunks = diffLines(splitLines(from), splitLines(to));
  if (hunks === null) return ['the body rewritten'];
  let changed = 0;
  let added = 0;
  let removed = 0;
  for (const hunk of hunks) {
    const old = hunk.to - hunk.from;
    const now = hunk.end - hunk.start;
    changed += Math.min(old, now);
    added += Math.max(0, now - old);
    removed += Math.max(0, old - now);
  }
  const counts = [
    [changed, 'changed'] as const,
    [added, 'added'] as const,
    [removed, 'removed'] as const,
  ].filter(([count]) => count > 0);
  return counts.map(([count, verb], at) => {
    const lines = `${count} ${count === 1 ? 'line' : 'lines'}`;
    return at === 0 ? `${lines} of the body ${verb}` : `${count} ${verb}`;
  });
}

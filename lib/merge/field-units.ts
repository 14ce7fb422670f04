/** Which entries, comments and other lines does the front matter of a file hold? */

import type { AgentFile } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';
import type { UnitId } from './types';

/**
 * One piece of front matter. `entry`: a key that wins, with its value; `comment`: from its sign to the end of the line;
 * `other`: a line that gives no value, such as a key that is repeated below.
 */
export interface FieldUnit {
  id: UnitId;
  kind: 'entry' | 'comment' | 'other';
  /** The key of an entry; of a comment the key that it stands at or above, if any. */
  key: string | null;
  range: TextRange;
  text: string;
}

/** Lists what stands between the fences, the description apart, so that nothing of it can get lost unseen. */
export function listFieldUnits(file: AgentFile, nameOf: (text: string) => UnitId): FieldUnit[] {
  if (file.frontMatter === null) return [];
  const { text, frontMatter, fields } = file;
  const found: Omit<FieldUnit, 'id' | 'text'>[] = [];
  if (frontMatter.parse === 'failed') {
    const range = trimmed(text, frontMatter.range.from, frontMatter.range.to);
    const said = text.slice(range.from, range.to);
    return said === '' ? [] : [{ id: nameOf(said), kind: 'other', key: null, range, text: said }];
  }
  let at = frontMatter.range.from;
  const sorted = [...fields].sort((a, b) => a.entry.from - b.entry.from);
  for (const { key, value, entry } of sorted) {
    if (entry.from < at) continue;
    found.push(...linesBetween(text, at, entry.from, key));
    const comment = trailingComment(text, value?.to ?? entry.from + key.length + 1, entry.to);
    const to = comment === null ? entry.to : comment.from;
    if (key !== 'description') found.push({ kind: 'entry', key, range: trimmed(text, entry.from, to) });
    if (comment !== null) found.push({ kind: 'comment', key, range: comment });
    at = entry.to;
  }
  found.push(...linesBetween(text, at, frontMatter.range.to, null));
  return found.map((unit) => {
    const said = text.slice(unit.range.from, unit.range.to);
    return { ...unit, id: nameOf(said), text: said };
  });
}

function trailingComment(text: string, from: number, to: number): TextRange | null {
  const behind = text.slice(from, to);
  const match = /(?:^|\s)#/u.exec(behind);
  if (!match) return null;
  return trimmed(text, from + match.index, to);
}

function linesBetween(
  text: string,
  from: number,
  to: number,
  key: string | null,
): Omit<FieldUnit, 'id' | 'text'>[] {
  const units: Omit<FieldUnit, 'id' | 'text'>[] = [];
  for (let at = from; at < to; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 || newline >= to ? to : newline;
    const range = trimmed(text, at, end);
    if (range.from < range.to) {
      const isComment = text.charAt(range.from) === '#';
      units.push({ kind: isComment ? 'comment' : 'other', key: isComment ? key : null, range });
    }
    at = end + 1;
  }
  return units;
}

function trimmed(text: string, from: number, to: number): TextRange {
  const source = text.slice(from, to);
  const lead = source.length - source.trimStart().length;
  return {
    from: Math.min(from + lead, to),
    to: Math.max(from + source.trimEnd().length, Math.min(from + lead, to)),
  };
}

/** Which runs of lines are the same in two texts, and what stands in place of each other where they differ? */

import { diffLines } from '@/lib/text';

/** A run of lines in both texts; `same` when they are equal. Line ends are part of the lines. */
export interface Hunk {
  same: boolean;
  before: string;
  after: string;
}

/** Returns the hunks whose `before` parts joined are one text and whose `after` parts are the other, in bounded time. */
export function hunksOf(before: string, after: string): Hunk[] {
  const hunks: Hunk[] = [];
  for (const { kind, text } of diffLines(before, after)) {
    const last = hunks.at(-1);
    if (kind === 'same') hunks.push({ same: true, before: text, after: text });
    else if (last && !last.same) last[kind === 'removed' ? 'before' : 'after'] += text;
    else
      hunks.push({
        same: false,
        before: kind === 'removed' ? text : '',
        after: kind === 'added' ? text : '',
      });
  }
  return hunks;
}

/** Lines with their ends; joined they are the text. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

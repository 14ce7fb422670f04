/** Two texts with a common base: where do they differ, and which text follows from what was chosen there? */

import { mainLineEnd } from '@/lib/text';

import { type Hunk, hunksOf, splitLines } from './line-diff';

export type Choice = 'mine' | 'theirs' | 'both';

/** A hunk (`before` mine, `after` theirs) with the choice that goes without saying, or null where both changed. */
export interface ConflictHunk extends Hunk {
  proposal: Choice | null;
}

/** Returns where my text and theirs differ; lines that only one side changed are proposed as that side has them. */
export function conflictHunks(base: string, mine: string, theirs: string): ConflictHunk[] {
  const baseOfMine = keptLines(base, mine);
  const baseOfTheirs = keptLines(base, theirs);
  let mineLine = 0;
  let theirLine = 0;
  return hunksOf(mine, theirs).map((hunk) => {
    const mineCount = splitLines(hunk.before).length;
    const theirCount = splitLines(hunk.after).length;
    const mineIsBase = mineCount > 0 && isRun(baseOfMine, mineLine, mineCount);
    const theirsIsBase = theirCount > 0 && isRun(baseOfTheirs, theirLine, theirCount);
    mineLine += mineCount;
    theirLine += theirCount;
    const proposal: Choice | null = mineIsBase === theirsIsBase ? null : mineIsBase ? 'theirs' : 'mine';
    return { ...hunk, proposal: hunk.same ? 'mine' : proposal };
  });
}

/** The joined text; a hunk without choice or proposal takes both sides, mine first. */
export function joined(hunks: readonly ConflictHunk[], choices: Readonly<Record<number, Choice>>): string {
  return hunks
    .map((hunk, at) => {
      const choice = hunk.same ? 'mine' : (choices[at] ?? hunk.proposal ?? 'both');
      if (choice === 'mine') return hunk.before;
      if (choice === 'theirs') return hunk.after;
      return `${hunk.before}${missingEnd(hunks, hunk)}${hunk.after}`;
    })
    .join('');
}

/** Without a line end the last line of mine and the first of theirs would run together. */
function missingEnd(hunks: readonly ConflictHunk[], { before, after }: Hunk): string {
  if (before === '' || after === '' || before.endsWith('\n')) return '';
  return mainLineEnd(hunks.map((hunk) => hunk.before).join(''));
}

/** For each line of a text, whether the base has it there. */
function keptLines(base: string, text: string): boolean[] {
  return hunksOf(base, text).flatMap(({ same, after }) => splitLines(after).map(() => same));
}

function isRun(kept: readonly boolean[], from: number, count: number): boolean {
  return kept.slice(from, from + count).every(Boolean);
}

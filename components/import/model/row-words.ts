/** Which words are used for the fates of files? Pure. */

import type { SameName } from '@/lib/contract';

import { countStates, type ImportRow, type RowState } from './import-rows';

/** In the order in which they are counted: what is to be done first. */
export const STATE_WORDS: Record<RowState, { one: string; many: string }> = {
  imported: { one: 'imported', many: 'imported' },
  replaced: { one: 'new version', many: 'new versions' },
  new: { one: 'new', many: 'new' },
  'same-name': { one: 'same name', many: 'same name' },
  skipped: { one: 'skipped', many: 'skipped' },
  failed: { one: 'failed', many: 'failed' },
  stopped: { one: 'stopped', many: 'stopped' },
  identical: { one: 'identical', many: 'identical' },
  'not-agent': { one: 'not an agent', many: 'not agents' },
  refused: { one: 'refused', many: 'refused' },
  waiting: { one: 'waiting', many: 'waiting' },
};
export const STATES = Object.keys(STATE_WORDS) as RowState[];

export const SAME_NAME_WORDS: Record<SameName, { label: string; detail: string }> = {
  keep: { label: 'Keep both', detail: 'The file becomes another agent of the same name.' },
  replace: {
    label: 'New version',
    detail: 'The file becomes the next version; the former ones stay in its history.',
  },
  skip: { label: 'Skip', detail: 'The file is not imported.' },
};

/** All rows in one line: "4 imported, 1 identical, 2 not agents". */
export function summarise(rows: readonly ImportRow[]): string {
  const counts = countStates(rows);
  const parts = STATES.flatMap((state) => {
    const count = counts.get(state) ?? 0;
    const { one, many } = STATE_WORDS[state];
    return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${count === 1 ? one : many}`];
  });
  return parts.join(', ') || 'No files';
}

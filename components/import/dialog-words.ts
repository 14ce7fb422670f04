/** What does the window say of an import as a whole? Pure. */

import { formatCount, formatMany } from '@/components/ui/numbers';

import { isOffer, isToWrite } from './model/import-rows';
import type { ImportState } from './model/import-session';
import { summarise } from './model/row-words';

/** How many files are to be imported. */
export const countToWrite = ({ rows }: ImportState): number => rows.filter(isToWrite).length;

export function titleOf(state: ImportState): string {
  const { stage, rows } = state;
  if (stage === 'reading') return `Reading ${formatMany(rows.length, 'file')}`;
  if (stage === 'preview') return 'What would be imported';
  if (stage === 'writing') {
    const done = rows.filter(({ state: each }) => each === 'imported' || each === 'replaced').length;
    return `Importing: ${formatCount(done)} done, ${formatCount(countToWrite(state))} to go`;
  }
  return summarise(rows);
}

export function descriptionOf({ stage, rows }: ImportState): string {
  if (stage === 'reading') return 'Nothing is written yet.';
  if (stage === 'writing') return 'What is imported stays, even if you stop.';
  if (stage === 'done') return 'Files are kept exactly as they were; nothing in them was changed.';
  const chosen = rows.filter((row) => row.ticked).length;
  const offered = rows.filter(isOffer).length;
  const left =
    chosen < offered ? ' In a repository only what lies in an agents folder is chosen at first.' : '';
  return `${formatMany(rows.length, 'file')}: ${summarise(rows)}. Nothing is written yet.${left}`;
}

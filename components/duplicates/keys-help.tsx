'use client';
/** Which keys work on the page? */

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

export interface KeysHelpProps {
  open: boolean;
  onClose: () => void;
  /** Whether merging and setting apart are open to the reader. */
  canMerge: boolean;
  canDismiss: boolean;
}

export function KeysHelp({ open, onClose, canMerge, canDismiss }: KeysHelpProps) {
  const rows = [
    ['j k', 'Next and former cluster'],
    ['Enter', 'Show or hide its members'],
    ['c', 'Compare its two closest members'],
    canMerge && ['m', 'Merge its members'],
    canDismiss && ['n', 'Say that members are not duplicates'],
    ['/', 'Search'],
    ['← ↑ ↓ →', 'Walk in the table of a cluster; Enter compares'],
    ['Esc', 'Close what lies over the page'],
  ].filter((row): row is [string, string] => Array.isArray(row));
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title="Keys" size="narrow">
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {rows.map(([keys, words]) => (
          <div key={keys} className="col-span-2 grid grid-cols-subgrid">
            <dt className="flex gap-1">
              {keys.split(' ').map((key) => (
                <Kbd key={key} keys={key} />
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

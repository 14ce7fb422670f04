'use client';
/** Which keys work on the board? */

import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

import { KEYS, type KeyRow } from '../model/board-keys';

const GROUPS: readonly KeyRow['group'][] = ['Decide', 'Instructions', 'Result', 'Everywhere'];

export function HelpDialog({
  open,
  canEdit,
  onClose,
}: {
  open: boolean;
  canEdit: boolean;
  onClose: () => void;
}) {
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title="Keys" size="wide">
      <div
        role="region"
        aria-label="All keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it where it does not fit
        tabIndex={0}
        className="columns-1 gap-x-8 rounded-md md:columns-2"
      >
        {GROUPS.map((group) => {
          const rows = KEYS.filter(
            (row) => row.group === group && row.shown.length > 0 && (canEdit || row.reading),
          );
          return (
            rows.length > 0 && (
              <section key={group} className="mb-4 break-inside-avoid">
                <h3 className="mb-1 text-small text-soft">{group}</h3>
                <ul className="flex flex-col gap-1">
                  {rows.map((row) => (
                    <li key={`${row.command} ${row.shown.join()}`} className="flex items-center gap-2">
                      <span className="flex w-28 shrink-0 gap-1">
                        {row.shown.map((key) => (
                          <Kbd key={key} keys={key} />
                        ))}
                      </span>
                      {row.words}
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </Dialog>
  );
}

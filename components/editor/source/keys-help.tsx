'use client';
/** Which keys does the source know, and how does one leave it with the keyboard? */

import { Keyboard } from 'lucide-react';

import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import { keysInWords, usableShortcuts } from '@/lib/client/shortcuts/shortcuts';

import { useEditor } from '../context';

export function KeysHelp({ id }: { id: string }) {
  return (
    <>
      <Popover
        title="Keys"
        trigger={(button) => (
          <IconButton
            {...button}
            size="dense"
            label="Keys"
            icon={<Keyboard className="size-4" aria-hidden="true" />}
          />
        )}
      >
        {() => <KeyList />}
      </Popover>
      <p id={id} className="sr-only">
        Tab indents. To leave the source with the keyboard, press Escape, then Tab.
      </p>
    </>
  );
}

function KeyList() {
  const { readOnly } = useEditor();
  const rows = usableShortcuts('editor', () => !readOnly);
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {rows.map((row) => (
          <div key={row.id} className="contents">
            <dt>
              {keysInWords(row).map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </dt>
            <dd>{row.words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-soft">On Windows and Linux, Ctrl stands for ⌘.</p>
    </>
  );
}

'use client';
/** Which keys does the source know, and how does one leave it with the keyboard? */

import { Keyboard } from 'lucide-react';

import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';

const KEYS: readonly [string, string][] = [
  ['⌘S', 'Save'],
  ['⌘Z', 'Undo, wherever the last change was made'],
  ['⇧⌘Z', 'Redo'],
  ['⌘F', 'Find and replace'],
  ['Enter', 'Continue a list or quotation'],
  ['Tab', 'Indent; Shift and Tab take it back'],
  ['Esc Tab', 'Leave the source with the keyboard'],
];

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
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {KEYS.map(([keys, meaning]) => (
          <div key={keys} className="contents">
            <dt>
              <Kbd keys={keys} />
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-small text-soft">On Windows and Linux, Ctrl stands for ⌘.</p>
    </>
  );
}

'use client';
/** Which keys does the source know, and how does one leave it with the keyboard? */

import { Keyboard } from 'lucide-react';
import { lazy, Suspense } from 'react';

import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';

const KeyList = lazy(async () => ({ default: (await import('./key-list')).KeyList }));

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
        {() => (
          <Suspense fallback={null}>
            <KeyList />
          </Suspense>
        )}
      </Popover>
      <p id={id} className="sr-only">
        Tab indents. To leave the source with the keyboard, press Escape, then Tab.
      </p>
    </>
  );
}

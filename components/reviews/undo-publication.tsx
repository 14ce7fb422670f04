'use client';
/** What takes a publication back? A button that asks first. */

import { lazy, useState } from 'react';

import { Button } from '@/components/ui/button';
import { OnceWanted } from '@/components/ui/once-wanted';
import type { ReviewAgent } from '@/lib/contract';

const UndoDialog = lazy(async () => ({ default: (await import('./undo-dialog')).UndoDialog }));

export interface UndoPublicationProps {
  agents: readonly ReviewAgent[];
  busy: boolean;
  /** Resolves when it was done or refused. */
  onUndo: () => Promise<void>;
}

export function UndoPublication({ agents, busy, onUndo }: UndoPublicationProps) {
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button onClick={() => setAsked(true)}>Undo the publication…</Button>
      <OnceWanted wanted={isAsked}>
        <UndoDialog
          open={isAsked}
          onOpenChange={setAsked}
          agents={agents}
          busy={busy}
          onConfirm={() => void onUndo().then(() => setAsked(false))}
        />
      </OnceWanted>
    </>
  );
}

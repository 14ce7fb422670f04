'use client';
/** Leave with unsaved changes? Nothing is lost either way, and that is said. Loaded on demand. */

import { useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export interface LeaveQuestionProps {
  onGo: () => void;
  onStay: () => void;
  /** Saves; resolves with whether it did. Absent where saving is another step. */
  save?: () => Promise<boolean>;
}

export function LeaveQuestion({ onGo, onStay, save }: LeaveQuestionProps) {
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  async function saveAndGo(saving: () => Promise<boolean>) {
    setBusy(true);
    const isSaved = await saving();
    setBusy(false);
    if (isSaved) onGo();
    else onStay();
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onStay()}
      size="narrow"
      initialFocus={first}
      title="Leave with unsaved changes?"
      description="They are kept on this device and are back when you open this page here again."
      footer={
        <>
          <Button onClick={onStay}>Stay</Button>
          <Button ref={save ? undefined : first} tone={save ? 'plain' : 'primary'} onClick={onGo}>
            Leave
          </Button>
          {save && (
            <Button ref={first} tone="primary" busy={busy} onClick={() => void saveAndGo(save)}>
              Save and leave
            </Button>
          )}
        </>
      }
    />
  );
}

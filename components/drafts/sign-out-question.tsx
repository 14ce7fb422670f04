'use client';
/** Keep the unsaved changes on this device, or not? Loaded on demand. */

import { useRef } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Draft } from '@/lib/client/drafts/draft';

import { unsavedWords } from './unsaved-words';

export interface SignOutQuestionProps {
  drafts: readonly Draft[];
  onCancel: () => void;
  onKeep: () => void;
  onDiscard: () => void;
}

export function SignOutQuestion({ drafts, onCancel, onKeep, onDiscard }: SignOutQuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onCancel()}
      initialFocus={keep}
      title="Sign out with unsaved changes?"
      description={`${unsavedWords(drafts)} on this device. Kept, they are back when you sign in here again; nobody else is shown them.`}
      footer={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="danger" onClick={onDiscard}>
            Discard and sign out
          </Button>
          <Button ref={keep} tone="primary" onClick={onKeep}>
            Keep and sign out
          </Button>
        </>
      }
    />
  );
}

'use client';
/** The server did not take what was typed: why, and what can be done? Loaded on demand. */

import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import type { ActionError } from '@/lib/contract';

import { useEditor } from '../context';
import { copyText } from './copy-text';
import { LostAccess } from './lost-access';
import { SignedOut } from './signed-out';

export interface RefusalProps {
  error: ActionError;
  /** Whether a save was refused; else it is what was typed where several write. */
  isSave: boolean;
  /** The person may not change it any more. */
  isLost: boolean;
  /** Whether something on the screen is nowhere else. */
  isOwn: boolean;
}

export function Refusal({ error, isSave, isLost, isOwn }: RefusalProps) {
  const { session, store } = useEditor();
  if (isLost) return <LostAccess error={error} isOwn={isOwn} />;
  if (error.code === 'unauthenticated') return <SignedOut error={error} isSave={isSave} />;
  const { message, ref } = error;
  return (
    <RetryNotice
      onRetry={() => void session.save()}
      actions={
        <Button size="dense" onClick={() => void copyText(store.getFile().text)}>
          Copy the text
        </Button>
      }
    >
      {isSave ? 'Not saved.' : 'Not shared.'} {message}{' '}
      {ref && <span className="text-soft">Reference {ref}.</span>}
    </RetryNotice>
  );
}

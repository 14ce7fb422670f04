'use client';
/** The session has ended: what was typed is not lost, and how does its writer go on where they are? Loaded on demand. */

import { useEffect, useState } from 'react';

import { SignInAgain } from '@/components/drafts/sign-in-again';
import { useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import type { ActionError } from '@/lib/contract';

import { useEditor } from '../context';

export interface SignedOutProps {
  error: ActionError;
  /** Whether a save was refused, which asks at once; who only types is not interrupted. */
  isSave: boolean;
}

export function SignedOut({ error, isSave }: SignedOutProps) {
  const { session, live } = useEditor();
  const { user, signIn } = useShell();
  const [isOpen, setOpen] = useState(isSave);
  // Each refused save asks anew.
  useEffect(() => {
    if (isSave) setOpen(error !== null);
  }, [error, isSave]);
  return (
    <>
      <Notice
        tone="bad"
        actions={
          <Button size="dense" tone="primary" onClick={() => setOpen(true)}>
            Sign in
          </Button>
        }
      >
        {isSave ? 'Not saved.' : 'Not shared.'} {error.message} Your text is kept on this device, too.
      </Notice>
      {isOpen && user && signIn && (
        <SignInAgain
          email={user.email}
          signIn={signIn}
          onClose={() => setOpen(false)}
          onSignedIn={() => {
            setOpen(false);
            live.wake();
            if (isSave) void session.save();
          }}
        />
      )}
    </>
  );
}

'use client';
/** Why is the text not saved, and what can be done? */

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';

import { leaveWithoutAsking } from '@/components/drafts/leave-guard';
import { useShell } from '@/components/shell/shell-context';
import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Notice } from '@/components/ui/status';
import { keepAllDrafts } from '@/lib/client/drafts/draft-keeper';

import { useEditor, useFilePart } from '../context';
import { copyText } from './copy-text';

const SignInAgain = lazy(async () => ({
  default: (await import('@/components/drafts/sign-in-again')).SignInAgain,
}));

export function SaveRemarks() {
  const { session, store } = useEditor();
  const { phase, error, baseText } = useSyncExternalStore(
    session.subscribe,
    session.getState,
    session.getState,
  );
  const isUnsaved = useFilePart((file) => file.text !== baseText);
  if (!isUnsaved) return null;
  if (phase === 'outdated') return <Outdated />;
  if (phase !== 'failed' || !error) return null;
  if (error.code === 'unauthenticated') return <SignedOut />;
  const { message, ref } = error;
  return (
    <Remark>
      <RetryNotice
        onRetry={() => void session.save()}
        actions={
          <Button size="dense" onClick={() => void copyText(store.getFile().text)}>
            Copy the text
          </Button>
        }
      >
        Not saved. {message} {ref && <span className="text-soft">Reference {ref}.</span>}
      </RetryNotice>
    </Remark>
  );
}

function Remark({ children }: { children: React.ReactNode }) {
  return <div className="shrink-0 border-b border-line px-3 py-2">{children}</div>;
}

function Outdated() {
  const [busy, setBusy] = useState(false);
  async function reload() {
    setBusy(true);
    await keepAllDrafts();
    leaveWithoutAsking();
    window.location.reload();
  }
  return (
    <Remark>
      <Notice
        tone="attention"
        actions={
          <Button size="dense" tone="primary" busy={busy} onClick={() => void reload()}>
            Reload
          </Button>
        }
      >
        Muster was updated since this page was opened. Reload it: your text is kept on this device and will be
        back.
      </Notice>
    </Remark>
  );
}

function SignedOut() {
  const { session } = useEditor();
  const { user, signIn } = useShell();
  const [isOpen, setOpen] = useState(true);
  const { error } = session.getState();
  // Each refused save asks anew.
  useEffect(() => setOpen(error !== null), [error]);
  return (
    <Remark>
      <Notice
        tone="bad"
        actions={
          <Button size="dense" tone="primary" onClick={() => setOpen(true)}>
            Sign in
          </Button>
        }
      >
        Not saved. {error?.message} Your text is kept on this device, too.
      </Notice>
      {isOpen && user && signIn && (
        <Suspense fallback={null}>
          <SignInAgain
            email={user.email}
            signIn={signIn}
            onClose={() => setOpen(false)}
            onSignedIn={() => {
              setOpen(false);
              void session.save();
            }}
          />
        </Suspense>
      )}
    </Remark>
  );
}

'use client';
/** Why is the text not saved, and what can be done? */

import { lazy, Suspense, useState, useSyncExternalStore } from 'react';

import { leaveWithoutAsking } from '@/components/drafts/leave-guard';
import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Notice } from '@/components/ui/status';
import { keepAllDrafts } from '@/lib/client/drafts/draft-keeper';

import { useEditor, useFilePart } from '../context';
import { copyText } from './copy-text';

const SignedOut = lazy(async () => ({ default: (await import('./signed-out')).SignedOut }));

export function SaveRemarks() {
  const { session, store, live } = useEditor();
  const { phase: shared, refusal } = useSyncExternalStore(live.subscribe, live.getState, live.getState);
  const { phase, error, baseText } = useSyncExternalStore(
    session.subscribe,
    session.getState,
    session.getState,
  );
  const isUnsaved = useFilePart((file) => file.text !== baseText);
  if (!isUnsaved) return null;
  if (phase === 'outdated') return <Outdated />;
  const isSave = phase === 'failed';
  const said = isSave ? error : shared === 'refused' ? refusal : null;
  if (!said) return null;
  if (said.code === 'unauthenticated') {
    return (
      <Suspense fallback={null}>
        <Remark>
          <SignedOut error={said} isSave={isSave} />
        </Remark>
      </Suspense>
    );
  }
  const { message, ref } = said;
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
        {isSave ? 'Not saved.' : 'Not shared.'} {message}{' '}
        {ref && <span className="text-soft">Reference {ref}.</span>}
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

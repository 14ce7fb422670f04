'use client';
/** Why is the text not saved, and what can be done? */

import { type ComponentType, lazy, Suspense, useState, useSyncExternalStore } from 'react';

import { leaveWithoutAsking } from '@/components/drafts/leave-guard';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import { keepAllDrafts } from '@/lib/client/drafts/draft-keeper';

import { useEditor, useFilePart } from '../context';
import type { RefusalProps } from './refusal';

/** Where its code does not come through, the status line says it alone. */
const Refusal = lazy<ComponentType<RefusalProps>>(() =>
  import('./refusal').then(
    ({ Refusal }) => ({ default: Refusal }),
    () => ({ default: () => null }),
  ),
);

export function SaveRemarks() {
  const { session, live } = useEditor();
  const { phase: shared, refusal, lost } = useSyncExternalStore(live.subscribe, live.getState, live.getState);
  const { phase, error, baseText } = useSyncExternalStore(
    session.subscribe,
    session.getState,
    session.getState,
  );
  const isUnsaved = useFilePart((file) => file.text !== baseText);
  const isOwn = isUnsaved && !live.isStored;
  if (isUnsaved && phase === 'outdated') return <Outdated />;
  const isSave = phase === 'failed';
  const refused = isSave ? error : shared === 'refused' ? refusal : null;
  // Who may only read is told so anyway.
  if (lost?.code === 'forbidden' && !isOwn) return null;
  const said = lost ?? (isUnsaved ? refused : null);
  if (!said) return null;
  return (
    <Remark>
      <Refusal error={said} isSave={isSave} isLost={lost !== null} isOwn={isOwn} />
    </Remark>
  );
}

function Remark({ children }: { children: React.ReactNode }) {
  return (
    <Suspense fallback={null}>
      <div className="shrink-0 border-b border-line px-3 py-2">{children}</div>
    </Suspense>
  );
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

'use client';
/** When does this page go into the room of its agent? As soon as it is shown; what that needs is loaded then. */

import { useEffect, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { showToast } from '@/components/ui/toaster';
import { newDraftId } from '@/lib/client/drafts/draft';
import type { AgentDocument } from '@/lib/contract';

import type { LiveParts } from './start-live';

export function useLive(
  { id, workspace, canEdit, archived }: AgentDocument,
  { store, session, live }: Pick<LiveParts, 'store' | 'session' | 'live'>,
): void {
  // Of whoever opened it, as what is saved is.
  const [userId] = useState(useShell().user?.id);
  const isArchived = archived !== null;
  useEffect(() => {
    if (!userId || isArchived) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    const onCameIn = (text: string) => showToast({ text, tone: 'good' });
    const parts = { live, store, session, document: { id, workspace, canEdit }, userId, onCameIn };
    void import('./start-live')
      .then(({ startLive }) => {
        if (!isOver) stop = startLive({ ...parts, tab: newDraftId() });
      })
      .catch(() => {});
    return () => {
      isOver = true;
      stop?.();
    };
  }, [userId, isArchived, id, workspace, canEdit, live, store, session]);
}

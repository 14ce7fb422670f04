'use client';
/** When does this page go into the room of its agent? As soon as it is shown; what that needs is loaded then. */

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { showToast } from '@/components/ui/toaster';
import { newDraftId } from '@/lib/client/drafts/draft';
import type { AgentDocument } from '@/lib/contract';

import type { LiveParts } from './start-live';

export function useLive(
  { id, workspace, archived }: AgentDocument,
  { store, session, live }: Pick<LiveParts, 'store' | 'session' | 'live'>,
): void {
  // Of whoever opened it, as what is saved is.
  const shell = useShell();
  const [userId] = useState(shell.user?.id);
  const [workspaceName] = useState(shell.workspace?.name ?? workspace);
  const router = useRouter();
  const isArchived = archived !== null;
  useEffect(() => {
    if (!userId || isArchived) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    const onCameIn = (text: string) => showToast({ text, tone: 'good' });
    const onRole = () => router.refresh();
    const about = { document: { id, workspace }, workspaceName, userId };
    const parts = { live, store, session, ...about, onCameIn, onRole };
    void import('./start-live')
      .then(({ startLive }) => {
        if (!isOver) stop = startLive({ ...parts, tab: newDraftId() });
      })
      .catch(() => {});
    return () => {
      isOver = true;
      stop?.();
    };
  }, [userId, isArchived, id, workspace, workspaceName, router, live, store, session]);
}

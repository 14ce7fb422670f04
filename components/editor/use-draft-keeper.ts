'use client';
/** How does unsaved text outlive the page? A draft of it lies on this device, a moment after each change. */

import { useCallback, useEffect, useRef, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { type AgentDraft, DRAFT_FORMAT, newDraftId } from '@/lib/client/drafts/draft';
import { DraftKeeper } from '@/lib/client/drafts/draft-keeper';
import type { KeptPlace } from '@/lib/client/drafts/draft-store';
import { claimDraft } from '@/lib/client/drafts/live-drafts';
import { draftsOnDevice } from '@/lib/client/drafts/this-device';
import { watchPage } from '@/lib/client/drafts/watch-page';
import type { AgentDocument } from '@/lib/contract';

import { textAt } from './form/values';
import type { Live } from './live/live';
import type { SaveSession } from './save/save-session';
import type { TextStore } from './text/text-store';

export interface KeptDraft {
  /** Where the unsaved text lies. */
  kept: KeptPlace;
  /** The screen shows what this draft held: from now on the editor's own draft has it. */
  takeOver: (draft: AgentDraft) => Promise<void>;
}

export interface DraftParts {
  store: TextStore;
  session: SaveSession;
  live: Live;
}

export function useDraftKeeper(document: AgentDocument, { store, session, live }: DraftParts): KeptDraft {
  // Of whoever opened it: it is not for who signs in meanwhile, in another tab.
  const [userId] = useState(useShell().user?.id);
  const [kept, setKept] = useState<KeptPlace>('device');
  const keeper = useRef<DraftKeeper | null>(null);
  const changedAt = useRef(0);
  const latest = useRef(document);
  latest.current = document;

  useEffect(() => {
    if (!userId) return;
    const id = newDraftId();
    function read(): AgentDraft | null {
      // What the server has of a text that several write comes back from there.
      if (!session.isUnsaved || live.isStored) return null;
      const { id: agentId, workspace, fileName } = latest.current;
      const { base, baseText } = session.getState();
      const file = store.getFile();
      const title = textAt(file, 'name') || fileName || 'New agent';
      const about = { format: DRAFT_FORMAT, kind: 'agent', id, userId: userId ?? '', workspace } as const;
      const { unstored } = live;
      const draft = { agentId, title, base, baseText, text: file.text, changedAt: changedAt.current };
      return { ...about, ...draft, ...(unstored && { live: unstored }) };
    }
    const own = new DraftKeeper({ id, store: draftsOnDevice(), read, onKept: setKept });
    keeper.current = own;
    const change = () => {
      changedAt.current = Date.now();
      own.changed();
    };
    const follow = [store.onChange(change), session.subscribe(own.saved), live.subscribe(own.saved)];
    const stops = [claimDraft(id), ...follow, watchPage(own)];
    return () => {
      own.close();
      for (const stop of stops) stop();
    };
  }, [userId, store, session, live]);

  const takeOver = useCallback(async (draft: AgentDraft) => {
    changedAt.current = draft.changedAt;
    await keeper.current?.takeOver(draft.id);
  }, []);
  return { kept, takeOver };
}

'use client';
/** What did an earlier visit leave unsaved, and what becomes of it? */

import { useCallback, useEffect, useRef, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { showToast } from '@/components/ui/toaster';
import type { AgentDraft } from '@/lib/client/drafts/draft';
import type { KeptPlace } from '@/lib/client/drafts/draft-store';
import { listLeftDrafts } from '@/lib/client/drafts/left-drafts';
import { draftsOnDevice } from '@/lib/client/drafts/this-device';
import type { AgentDocument } from '@/lib/contract';

import { clock } from './clock';
import { fateOf } from './save/left-draft';
import { type DraftParts, useDraftKeeper } from './use-draft-keeper';

export interface EditorDrafts {
  /** Where unsaved text of this editor lies. */
  kept: KeptPlace;
  /** What an earlier visit left and nobody has decided on; null when there is nothing. */
  left: AgentDraft | null;
  restore: (draft: AgentDraft) => Promise<void>;
  discard: (draft: AgentDraft) => void;
}

const TOO_MUCH =
  'They do not go together with what is on the screen. Save that first; they stay on this device.';

/** Keeps what is unsaved on this device, brings back what was left, and asks where it is not plain what to do. */
export function useDrafts(document: AgentDocument, parts: DraftParts): EditorDrafts {
  const { store, session, live } = parts;
  // Of whoever opened it: it is not for who signs in meanwhile, in another tab.
  const [userId] = useState(useShell().user?.id);
  const { kept, takeOver } = useDraftKeeper(document, parts);
  const [left, setLeft] = useState<readonly AgentDraft[]>([]);
  const { id: agentId, canEdit } = document;
  const drop = useCallback(
    ({ id }: AgentDraft) => setLeft((all) => all.filter((draft) => draft.id !== id)),
    [],
  );

  // What the messages offer to undo is only there as long as this editor is.
  const gone = useRef<AbortSignal>(undefined);
  useEffect(() => {
    const end = new AbortController();
    gone.current = end.signal;
    return () => end.abort();
  }, []);

  const restore = useCallback(
    async (draft: AgentDraft) => {
      const fate = await fateOf(draft, () => store.getFile().text);
      if (fate.kind === 'clash' && session.isUnsaved) {
        showToast({ text: TOO_MUCH, tone: 'attention' });
        return;
      }
      const before = store.getFile().text;
      if (fate.kind === 'clash') session.showClash(draft);
      if (fate.kind === 'as-was' || fate.kind === 'joined') {
        session.show(fate.text);
        const news = fate.kind === 'joined' ? `, joined with what was saved since: ${fate.summary}` : '.';
        const text = `Your unsaved changes of ${clock(draft.changedAt)} are back${news}`;
        const action = { label: 'Undo', run: () => session.show(before) };
        showToast({ text, tone: 'good', action, signal: gone.current });
      }
      drop(draft);
      await takeOver(draft);
    },
    [store, session, takeOver, drop],
  );

  useEffect(() => {
    let isHere = true;
    async function look(person: string) {
      for (const { draft, isCertain } of await listLeftDrafts(person, agentId)) {
        // Of what the others have, only what they lack comes back; where it cannot, it is a draft like any other.
        if (draft.live && canEdit && (await live.bringIn(draft.live))) {
          void draftsOnDevice().remove([draft.id]);
          continue;
        }
        const fate = await fateOf(draft, () => store.getFile().text);
        if (!isHere) return;
        if (fate.kind === 'nothing') void draftsOnDevice().remove([draft.id]);
        else if (fate.kind === 'as-was' && isCertain && canEdit) await restore(draft);
        else setLeft((all) => [...all, draft]);
      }
    }
    if (userId) void look(userId);
    return () => {
      isHere = false;
    };
  }, [userId, agentId, canEdit, store, live, restore]);

  function discard(draft: AgentDraft): void {
    const undo = () => {
      setLeft((all) => [...all, draft]);
      void draftsOnDevice().put(draft);
    };
    drop(draft);
    void draftsOnDevice().remove([draft.id]);
    const text = `The unsaved changes of ${clock(draft.changedAt)} were discarded.`;
    showToast({ text, action: { label: 'Undo', run: undo } });
  }

  return { kept, left: left[0] ?? null, restore, discard };
}

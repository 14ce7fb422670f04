'use client';
/** What is typed for something that does not exist yet: how does it outlive the page? */

import { useCallback, useEffect, useRef, useState } from 'react';

import { useShell } from '@/components/shell/shell-context';
import { showToast } from '@/components/ui/toaster';
import { DRAFT_FORMAT, type NewAgentDraft, newDraftId } from '@/lib/client/drafts/draft';
import { DraftKeeper } from '@/lib/client/drafts/draft-keeper';
import { listLeft } from '@/lib/client/drafts/left-drafts';
import { claimDraft } from '@/lib/client/drafts/live-drafts';
import { draftsOnDevice } from '@/lib/client/drafts/this-device';
import { watchPage } from '@/lib/client/drafts/watch-page';

export interface FormDraftOptions {
  workspace: string;
  title: string;
  /** What is in the form; all empty when nothing was typed. */
  fields: Record<string, string>;
  /** Puts this into the form. */
  onRestore: (fields: Record<string, string>) => void;
}

const isEmpty = (fields: Record<string, string>) => Object.values(fields).every((text) => text === '');

/** Keeps the form on this device and brings back what was left. Returns what to call once the thing exists. */
export function useFormDraft(options: FormDraftOptions): () => void {
  // Of whoever opened it: it is not for who signs in meanwhile, in another tab.
  const [userId] = useState(useShell().user?.id);
  const { workspace } = options;
  const latest = useRef(options);
  latest.current = options;
  const keeper = useRef<{ id: string; own: DraftKeeper } | null>(null);
  const changedAt = useRef(0);

  useEffect(() => {
    if (!userId) return;
    const id = newDraftId();
    const store = draftsOnDevice();
    const end = new AbortController();
    function read(): NewAgentDraft | null {
      const { title, fields } = latest.current;
      if (isEmpty(fields)) return null;
      const about = { format: DRAFT_FORMAT, kind: 'new', id, userId: userId ?? '', workspace } as const;
      return { ...about, title, fields, changedAt: changedAt.current };
    }
    async function bringBack(person: string) {
      const all = (await listLeft(person)).map(({ draft }) => draft);
      const left = all.find((draft) => draft.kind === 'new' && draft.workspace === workspace);
      if (end.signal.aborted || left?.kind !== 'new' || !isEmpty(latest.current.fields)) return;
      const empty = latest.current.fields;
      latest.current.onRestore(left.fields);
      latest.current = { ...latest.current, fields: left.fields };
      await own.takeOver(left.id);
      const action = { label: 'Discard', run: () => latest.current.onRestore(empty) };
      const text = 'What you had typed here is back.';
      showToast({ text, tone: 'good', action, signal: end.signal });
    }
    const own = new DraftKeeper({ id, store, read });
    keeper.current = { id, own };
    const stops = [claimDraft(id), watchPage(own)];
    void bringBack(userId);
    return () => {
      end.abort();
      own.close();
      for (const stop of stops) stop();
    };
  }, [userId, workspace]);

  const text = JSON.stringify(options.fields);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed is what this is about
  useEffect(() => {
    changedAt.current = Date.now();
    keeper.current?.own.changed();
  }, [text]);

  return useCallback(() => {
    if (!keeper.current) return;
    keeper.current.own.end();
    void draftsOnDevice().remove([keeper.current.id]);
  }, []);
}

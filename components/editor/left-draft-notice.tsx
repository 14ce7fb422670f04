'use client';
/** Unsaved changes of an earlier visit lie on this device: what shall become of them? Loaded where there are some. */

import { lazy, Suspense, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import type { AgentDraft } from '@/lib/client/drafts/draft';

import { clock } from './clock';
import { useEditor } from './context';
import type { EditorDrafts } from './use-drafts';

const CompareDraft = lazy(async () => ({ default: (await import('./save/compare-draft')).CompareDraft }));

export interface LeftDraftNoticeProps extends Pick<EditorDrafts, 'restore' | 'discard'> {
  draft: AgentDraft;
}

export function LeftDraftNotice({ draft, restore, discard }: LeftDraftNoticeProps) {
  const { readOnly, session, store } = useEditor();
  const [isComparing, setComparing] = useState(false);
  const { number } = session.getState().base;
  const since = draft.base.number === number ? '.' : `; the agent is now at version ${number}.`;
  async function bringBack() {
    await restore(draft);
    // The button that was pressed is gone; the text is where one goes on.
    requestAnimationFrame(() => store.editorView?.focus());
  }
  return (
    <div className="shrink-0 border-b border-line px-3 py-2">
      <Notice
        tone="attention"
        actions={
          <div className="flex flex-wrap gap-2 max-md:basis-full">
            {!readOnly && (
              <Button size="dense" tone="primary" onClick={() => void bringBack()}>
                Restore
              </Button>
            )}
            <Button size="dense" onClick={() => setComparing(true)}>
              Compare
            </Button>
            <Button size="dense" onClick={() => discard(draft)}>
              Discard
            </Button>
          </div>
        }
      >
        You have unsaved changes of {clock(draft.changedAt)} on this device, made on version{' '}
        {draft.base.number}
        {since}
      </Notice>
      {isComparing && (
        <Suspense fallback={null}>
          <CompareDraft
            draft={draft}
            onClose={() => setComparing(false)}
            onRestore={() => void bringBack()}
            onDiscard={() => discard(draft)}
          />
        </Suspense>
      )}
    </div>
  );
}

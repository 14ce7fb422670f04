'use client';
/** How does unsaved text outlive a visit to another page? */

import { useEffect } from 'react';

import { showToast } from '@/components/ui/toaster';
import type { AgentDocument } from '@/lib/contract';

import { keepDraft, readDraft } from './save/drafts';
import type { SaveSession } from './save/save-session';
import type { TextStore } from './text/text-store';

/** How long after a change the draft is written, in milliseconds. */
const REST = 500;

/** Brings back the draft of an earlier visit in this tab, and keeps one of what is unsaved. */
export function useDrafts(document: AgentDocument, store: TextStore, session: SaveSession): void {
  useEffect(() => {
    if (!document.canEdit) return;
    const storage = window.sessionStorage;
    bringBack(document, session);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => keepDraft(storage, document.id, session, store.getFile().text);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST);
    };
    const stops = [store.subscribe(later), session.subscribe(later)];
    window.addEventListener('pagehide', keep);
    return () => {
      for (const stop of stops) stop();
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [document, store, session]);
}

function bringBack(document: AgentDocument, session: SaveSession): void {
  const draft = readDraft(window.sessionStorage, document.id);
  if (!draft || session.isUnsaved || draft.text === document.text) return;
  session.restore(draft);
  showToast({
    text: 'Your unsaved changes are back.',
    action: {
      label: 'Discard',
      run: () => session.restore({ base: document.version, baseText: document.text, text: document.text }),
    },
  });
}

'use client';
/** What stands in an input while its text may not yet be acceptable? */

import { useState } from 'react';

import type { Refusal } from '@/lib/agent-file';

import { useEditor } from '../context';

interface Draft {
  text: string;
  /** What the file said right after this was typed: once it says something else, the draft is over. */
  after: string;
  refusal: Refusal | null;
}

export interface DraftInput {
  text: string;
  refusal: Refusal | null;
  change: (text: string) => void;
}

/**
 * Shows what was typed for as long as the file says what that typing led to; then what the file says.
 * So a refused text stays, and a text that is written a little differently does not jump under the caret.
 * `show` gives the file's text for the input at the time it is called.
 */
export function useDraft(show: () => string, commit: (text: string) => Refusal | null): DraftInput {
  const { store } = useEditor();
  const [draft, setDraft] = useState<Draft | null>(null);
  const present = show();
  const isLive = draft !== null && draft.after === present;
  return {
    text: isLive ? draft.text : present,
    refusal: isLive ? draft.refusal : null,
    change(text) {
      const refusal = commit(text);
      setDraft({ text, after: show(), refusal });
      store.held = refusal ? () => setDraft(null) : null;
    },
  };
}

'use client';
/** What of the comments shows while nobody looks at them? Their number, and marks in the source. */

import { StateEffect } from '@codemirror/state';
import { useEffect, useMemo, useRef } from 'react';

import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { quoteOf } from '@/lib/anchors';
import { useThreads } from '@/lib/client/comments';
import type { CommentPlace } from '@/lib/contract';

import { type Editor, useEditor } from '../context';
import { commentMarks, setMarks, threadAt } from './marks';
import { useFoundPlaces } from './use-found-places';
import type { Wanted } from './wanted';

export interface CommentsWatchProps {
  workspace: string;
  agentId: string;
  onCount: (open: number) => void;
  onWant: (wanted: Wanted) => void;
}

/** Editors whose view knows the marks already. */
const marked = new WeakSet<object>();

export function CommentsWatch({ workspace, agentId, onCount, onWant }: CommentsWatchProps) {
  const editor = useEditor();
  const { store } = editor;
  const { data } = useThreads(workspace, `agents/${agentId}`);
  const open = useMemo(() => data?.threads.filter(({ resolved }) => !resolved) ?? [], [data]);
  const places = useFoundPlaces(store, open);
  const want = useRef(onWant);
  useEffect(() => {
    want.current = onWant;
  });

  useEffect(() => onCount(open.length), [open, onCount]);
  useEffect(() => {
    const marks = [...places].flatMap(([threadId, found]) =>
      found.state === 'gone' ? [] : [{ threadId, from: found.from, to: found.to }],
    );
    const show = setMarks.of(marks);
    if (marked.has(store)) return store.dispatch({ effects: show });
    if (marks.length === 0) return;
    marked.add(store);
    const extension = commentMarks((threadId) => want.current({ kind: 'thread', threadId }));
    store.dispatch({ effects: StateEffect.appendConfig.of(extension) });
    store.dispatch({ effects: show });
  }, [store, places]);

  useShortcuts('editor', { comment: () => onWant(wantedIn(editor)) });
  return null;
}

/** What the person means who wants to comment now: the thread under the caret, what is selected, a field, or all. */
function wantedIn(editor: Editor): Wanted {
  const field = document.activeElement?.closest('[data-field]')?.getAttribute('data-field');
  if (field) return { kind: 'new', place: { kind: 'field', field } };
  const { current } = editor.store;
  const { empty, head } = current.selection.main;
  const threadId = empty ? threadAt(current, head) : null;
  if (threadId) return { kind: 'thread', threadId };
  return { kind: 'new', place: placeOfSelection(editor) ?? { kind: 'agent' } };
}

/** What is selected in the source, as a place; null when that is nothing. */
export function placeOfSelection({ store, session }: Editor): CommentPlace | null {
  const { from, to } = store.current.selection.main;
  const quoted = quoteOf(store.getFile().text, from, to);
  return quoted && { kind: 'text', versionId: session.getState().base.versionId, ...quoted };
}

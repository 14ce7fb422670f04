'use client';
/** What of the comments shows beside them? Marks in the source where their stretches stand now, and at fields of the form. */

import { StateEffect } from '@codemirror/state';
import { type ReactNode, useEffect, useRef } from 'react';

import type { ThreadRow } from '@/lib/contract';

import { useEditor } from '../context';
import { FieldMarks } from './field-marks';
import { commentMarks, setMarks } from './marks';
import { useFoundPlaces } from './use-found-places';
import type { Wanted } from './wanted';

export interface CommentsWatchProps {
  threads: readonly ThreadRow[];
  onWant: (wanted: Wanted) => void;
}

/** Editors whose view knows the marks already. */
const marked = new WeakSet<object>();

export function CommentsWatch({ threads, onWant }: CommentsWatchProps): ReactNode {
  const { store } = useEditor();
  const places = useFoundPlaces(store, threads);
  const want = useRef(onWant);
  useEffect(() => {
    want.current = onWant;
  });

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

  return <FieldMarks threads={threads} onWant={onWant} />;
}

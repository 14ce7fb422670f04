'use client';
/** What is shown, and in which order? It stands in the address, so that a link or the way back leads to the same list. */

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import { type AgentView, readView, writeView } from '@/lib/client/agent-filter';

/** What is typed is searched after so much rest, in milliseconds. */
const PAUSE = 160;

export function useView() {
  const said = useSearchParams().toString();
  const view = useMemo(() => readView(new URLSearchParams(said)), [said]);
  const latest = useRef(view);
  latest.current = view;
  const { query } = view.filter;

  /** A choice is a step that the way back undoes; typing is none. */
  const show = useCallback((next: AgentView, isStep = true) => {
    const search = writeView(next);
    if (search === writeView(latest.current)) return;
    const url = window.location.pathname + (search && `?${search}`);
    if (isStep) window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
  }, []);

  const [typed, setTyped] = useState(query);
  const written = useRef(query);
  useEffect(() => {
    // Not what was typed here: a link, the way back, or a filter that was cleared.
    if (query !== written.current) setTyped(query);
    written.current = query;
  }, [query]);
  useEffect(() => {
    const next = typed.trim();
    if (next === latest.current.filter.query) return;
    const timer = setTimeout(
      () => {
        written.current = next;
        show({ ...latest.current, filter: { ...latest.current.filter, query: next } }, false);
      },
      next === '' ? 0 : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [typed, show]);
  return { view, show, typed, type: setTyped };
}

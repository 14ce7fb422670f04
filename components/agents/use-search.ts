'use client';
/** What is searched for? What was typed, a moment later; it stands in the address, so that a link leads back. */

import { useEffect, useState } from 'react';

const PAUSE = 160;

export interface SearchState {
  typed: string;
  /** Follows `typed` when the typing pauses. */
  query: string;
  type: (text: string) => void;
}

export function useSearch(initial: string): SearchState {
  const [typed, setTyped] = useState(initial);
  const [query, setQuery] = useState(initial);
  useEffect(() => {
    const next = typed.trim();
    if (next === query) return;
    const timer = setTimeout(
      () => {
        setQuery(next);
        const search = next ? `?${new URLSearchParams({ q: next })}` : '';
        window.history.replaceState(null, '', window.location.pathname + search);
      },
      next === '' ? 0 : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [typed, query]);
  return { typed, query, type: setTyped };
}

'use client';
/** What was typed and not sent? Kept in this tab, so that closing a panel or reloading loses nothing. */

import { useEffect, useState } from 'react';

/** As `useState`, with words that are found again under this key until they are sent. */
export function useKeptWords(key: string, initial = ''): [string, (words: string) => void] {
  const [words, setWords] = useState(initial);
  const place = `muster-comment ${key}`;
  useEffect(() => {
    try {
      const kept = sessionStorage.getItem(place);
      if (kept) setWords(kept);
    } catch {
      // A browser that keeps nothing.
    }
  }, [place]);
  function change(next: string) {
    setWords(next);
    try {
      if (next === '' || next === initial) sessionStorage.removeItem(place);
      else sessionStorage.setItem(place, next);
    } catch {
      // As above.
    }
  }
  return [words, change];
}

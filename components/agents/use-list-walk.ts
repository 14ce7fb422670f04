'use client';
/** How does one go through the list by keys? From row to row, also to those that are not in the document yet. */

import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';

type ListVirtualizer = Virtualizer<HTMLElement, Element>;

export interface ListWalk {
  /** The row that had the focus last. */
  active: number | null;
  /** Goes so many rows on; to the first when none was active. */
  by: (rows: number) => void;
  to: (end: 'first' | 'last') => void;
  /** Told by the list which rows there are, and which of them is a heading. */
  attach: (virtualizer: ListVirtualizer, count: number, heading: number | null) => void;
}

export function useListWalk(): ListWalk {
  const [active, setActive] = useState<number | null>(null);
  const list = useRef<{ virtualizer: ListVirtualizer; count: number; heading: number | null } | null>(null);
  /** The row that is to get the focus as soon as it is there. */
  const wanted = useRef<number | null>(null);

  const go = useCallback((index: number, step = 1) => {
    const { virtualizer, count, heading } = list.current ?? {};
    if (!virtualizer || !count) return;
    const row = Math.min(count - 1, Math.max(0, index));
    const next = row === heading ? Math.max(0, row + step) : row;
    wanted.current = next;
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    if (giveFocus(next)) wanted.current = null;
  }, []);
  // A row may come with the next scroll, or with the next page.
  useEffect(() => {
    if (wanted.current !== null && giveFocus(wanted.current)) wanted.current = null;
  });
  useEffect(() => {
    function follow(event: FocusEvent) {
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-agent]') : null;
      if (row) setActive(Number(row.dataset.index));
    }
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);

  const by = useCallback(
    (rows: number) => go(active === null ? 0 : active + rows, Math.sign(rows)),
    [active, go],
  );
  const to = useCallback((end: 'first' | 'last') => go(end === 'first' ? 0 : Number.MAX_SAFE_INTEGER), [go]);
  const attach = useCallback((virtualizer: ListVirtualizer, count: number, heading: number | null) => {
    list.current = { virtualizer, count, heading };
  }, []);
  return { active, by, to, attach };
}

/** What of a row takes the focus: its link; in the bin, where there is none, its box. */
function giveFocus(index: number): boolean {
  const row = document.querySelector(`[data-agent][data-index="${index}"]`);
  const target = row?.querySelector<HTMLElement>('a') ?? row?.querySelector<HTMLElement>('input');
  target?.focus({ preventScroll: true });
  return target !== undefined && target !== null;
}

'use client';
/** Where is the focus when its row has gone? On the row that took its place. */

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

import { focusedRow, focusRow } from './use-board-keys';

/** Call it with what the rows are made of: whenever that changes, a focus that was lost is put back. */
export function useKeptFocus(root: RefObject<HTMLElement | null>, rows: unknown): void {
  const last = useRef<{ list: Element; at: number } | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      const row = focusedRow(event.target as Element);
      const list = row?.element.closest('[data-rows]');
      last.current = row && list ? { list, at: rowsOf(list).indexOf(row.element) } : null;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [root]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are what it waits for
  useLayoutEffect(() => {
    const lost = document.activeElement === document.body ? last.current : null;
    if (!lost?.list.isConnected) return;
    const all = rowsOf(lost.list);
    focusRow(all[Math.min(lost.at, all.length - 1)]);
  }, [rows]);
}

const rowsOf = (list: Element) => [...list.querySelectorAll<HTMLElement>('[data-row]')];

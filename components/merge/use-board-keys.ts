'use client';
/** Which row has the focus, and what does a key do there? One listener for the whole board. */

import type { RefObject } from 'react';

import { usePageKeys } from '@/components/ui/use-page-keys';
import type { BoardCommand } from '@/lib/client/shortcuts/board';

import { commandOf, type Focus } from './model/board-keys';

/** Enter and the arrows are theirs. */
const OWN_KEYS = 'button, a[href], summary, input, [role="tab"], [role="separator"]';

/** A row of the board that has the focus. */
export interface FocusedRow {
  kind: 'unit' | 'block' | 'card';
  id: string;
  element: HTMLElement;
}

/** The row that the focus is in, if any. */
export function focusedRow(target: Element | null = document.activeElement): FocusedRow | null {
  const element = target?.closest<HTMLElement>('[data-row]');
  if (!element) return null;
  return { kind: element.dataset.row as FocusedRow['kind'], id: element.dataset.id ?? '', element };
}

export type RunCommand = (command: BoardCommand, key: string, row: FocusedRow | null) => void;

/** Runs the command of each key press while the board is on the page and nothing lies over it. */
export function useBoardKeys(board: RefObject<HTMLElement | null>, canEdit: boolean, run: RunCommand): void {
  usePageKeys((event, target) => {
    const row = board.current?.contains(target) ? focusedRow(target) : null;
    const isOwn = target !== row?.element && target.closest(OWN_KEYS) !== null;
    if (isOwn && /^(Enter| |Arrow.*)$/.test(event.key)) return;
    const command = commandOf(
      { key: event.key, alt: event.altKey, command: event.metaKey || event.ctrlKey, shift: event.shiftKey },
      (row?.kind ?? null) as Focus,
      canEdit,
    );
    if (!command) return;
    event.preventDefault();
    run(command, event.key, row);
  });
}

/** Puts the focus on the row before or after one, in the same column. */
export function walk(row: FocusedRow, by: 1 | -1): void {
  const list = row.element.closest('[data-rows]');
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  focusRow(rows[rows.indexOf(row.element) + by]);
}

/** Puts the focus on a row; it becomes the one that Tab reaches in its list. */
export function focusRow(
  element: HTMLElement | null | undefined,
  block: ScrollLogicalPosition = 'nearest',
): void {
  if (!element) return;
  const list = element.closest('[data-rows]');
  for (const other of list?.querySelectorAll<HTMLElement>('[data-row][tabindex="0"]') ?? [])
    other.tabIndex = -1;
  element.tabIndex = 0;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block });
}

/** The element of a row, if it is on the page. */
export function findRow(root: HTMLElement | null, kind: FocusedRow['kind'], id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-row="${kind}"][data-id="${CSS.escape(id)}"]`) ?? null;
}

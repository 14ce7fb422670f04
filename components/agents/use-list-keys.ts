'use client';
/** What do single keys do in the list? Enter is the link's own. */

import type { Handler } from '@/components/shortcuts/page-commands';
import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { LIST_KEYS } from '@/lib/client/shortcuts/list';

import type { ListWalk } from './use-list-walk';

export interface ListKeys {
  walk: ListWalk;
  onToggle: (id: string, shift: boolean) => void;
  onSearch: () => void;
  onFilter: () => void;
  onEscape: () => void;
}

/** Listens while the list is on the page and nothing lies over it. */
export function useListKeys({ walk, onToggle, onSearch, onFilter, onEscape }: ListKeys): void {
  const toggle = (shift: boolean) => () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-agent]');
    if (row?.dataset.agent) onToggle(row.dataset.agent, shift);
  };
  useShortcuts(LIST_KEYS, {
    next: ours(() => walk.by(1)),
    previous: ours(() => walk.by(-1)),
    first: ours(() => walk.to('first')),
    last: ours(() => walk.to('last')),
    select: toggle(false),
    'select-range': toggle(true),
    search: onSearch,
    filter: onFilter,
    clear: onEscape,
  });
}

const MOVING = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End']);

/** Arrows belong to what has the focus, unless that is a row, or nothing. */
function ours(move: () => void): Handler {
  return (event) => {
    const target = event?.target instanceof Element ? event.target : document.body;
    const isTheirs = MOVING.has(event?.key ?? '') && target !== document.body && !target.closest('main');
    if (isTheirs) return false;
    move();
  };
}

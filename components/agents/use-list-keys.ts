'use client';
/** What do single keys do in the list? j and k walk, x chooses, / searches, Escape lets go; Enter is the link's own. */

import { isChord, usePageKeys } from '@/components/ui/use-page-keys';

export interface ListKeys {
  onToggle: (id: string, shift: boolean) => void;
  onSearch: () => void;
  onEscape: () => void;
}

/** Listens while the list is on the page and nothing lies over it. */
export function useListKeys(keys: ListKeys): void {
  usePageKeys((event) => {
    const step = isChord(event) ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step(keys, event);
  });
}

const steps: Record<string, (keys: ListKeys, event: KeyboardEvent) => void> = {
  j: () => walk(1),
  k: () => walk(-1),
  x: (keys, event) => toggleFocused(keys, event),
  X: (keys, event) => toggleFocused(keys, event),
  '/': (keys) => keys.onSearch(),
  Escape: (keys) => keys.onEscape(),
};

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-agent]')];
const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-agent]') ?? null;

/** Moves the focus to the link of the next or the former row; to the first when none has it. */
function walk(by: 1 | -1): void {
  const all = rows();
  const focused = focusedRow();
  const at = focused ? all.indexOf(focused) + by : 0;
  const link = all[Math.min(all.length - 1, Math.max(0, at))]?.querySelector('a');
  link?.focus({ preventScroll: true });
  link?.closest('[data-agent]')?.scrollIntoView({ block: 'nearest' });
}

function toggleFocused(keys: ListKeys, event: KeyboardEvent): void {
  const id = focusedRow()?.dataset.agent;
  if (id) keys.onToggle(id, event.shiftKey);
}

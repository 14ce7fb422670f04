'use client';
/** What do single keys do in the list of clusters? They act on the one that has the focus; Enter is its button's own. */

import { isChord, usePageKeys } from '@/components/ui/use-page-keys';

export interface ClusterKeys {
  /** Absent where nothing may be changed. */
  onMerge?: (id: string) => void;
  onApart?: (id: string) => void;
  onCompare: (id: string) => void;
  onSearch: () => void;
  onHelp: () => void;
}

/** Listens while the list is on the page and nothing lies over it. */
export function useClusterKeys(keys: ClusterKeys): void {
  usePageKeys((event) => {
    const step = isChord(event) ? undefined : steps[event.key];
    if (!step) return;
    event.preventDefault();
    step(keys);
  });
}

const steps: Record<string, (keys: ClusterKeys) => void> = {
  j: () => walk(1),
  k: () => walk(-1),
  c: (keys) => withFocused(keys.onCompare),
  m: (keys) => withFocused(keys.onMerge),
  n: (keys) => withFocused(keys.onApart),
  '/': (keys) => keys.onSearch(),
  '?': (keys) => keys.onHelp(),
};

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-cluster]')];
const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-cluster]') ?? null;

/** Moves the focus to the button of the next or the former row; to the first when none has it. */
function walk(by: 1 | -1): void {
  const all = rows();
  const focused = focusedRow();
  const at = focused ? all.indexOf(focused) + by : 0;
  const row = all[Math.min(all.length - 1, Math.max(0, at))];
  row?.querySelector<HTMLElement>('[aria-expanded]')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function withFocused(act: ((id: string) => void) | undefined): void {
  const id = focusedRow()?.dataset.cluster;
  if (id) act?.(id);
}

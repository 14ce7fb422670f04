'use client';
/** What do single keys do in the list of clusters? They act on the one that has the focus; Enter is its button's own. */

import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { DUPLICATES_KEYS } from '@/lib/client/shortcuts/duplicates';

export interface ClusterKeys {
  /** Absent where nothing may be changed. */
  onMerge?: (id: string) => void;
  onApart?: (id: string) => void;
  onCompare: (id: string) => void;
  onSearch: () => void;
}

/** Listens while the list is on the page and nothing lies over it. */
export function useClusterKeys(keys: ClusterKeys): void {
  useShortcuts(DUPLICATES_KEYS, {
    'next-cluster': () => walk(1),
    'previous-cluster': () => walk(-1),
    compare: () => withFocused(keys.onCompare),
    merge: keys.onMerge && (() => withFocused(keys.onMerge)),
    apart: keys.onApart && (() => withFocused(keys.onApart)),
    search: keys.onSearch,
  });
}

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

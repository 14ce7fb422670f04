'use client';
/** What do single keys do in the history? They act on the version that has the focus; Enter is its link's own. */

import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { HISTORY_KEYS } from '@/lib/client/shortcuts/history';

export interface HistoryKeys {
  onCompare: (number: number) => void;
  onPick: (number: number) => void;
  onComparePicked: (() => void) | undefined;
  onClear: () => void;
}

export function useHistoryKeys({ onCompare, onPick, onComparePicked, onClear }: HistoryKeys): void {
  useShortcuts(HISTORY_KEYS, {
    'next-version': () => walk(1),
    'previous-version': () => walk(-1),
    compare: () => (onComparePicked ? onComparePicked() : withFocused(onCompare)),
    pick: () => withFocused(onPick),
    clear: onClear,
  });
}

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-version]')];
const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-version]') ?? null;

function walk(by: 1 | -1): void {
  const all = rows();
  const focused = focusedRow();
  const at = focused ? all.indexOf(focused) + by : 0;
  const row = all[Math.min(all.length - 1, Math.max(0, at))];
  row?.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

function withFocused(act: (number: number) => void): void {
  const number = Number(focusedRow()?.dataset.version);
  if (number > 0) act(number);
}

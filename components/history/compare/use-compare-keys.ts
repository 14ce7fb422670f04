'use client';
/** What do single keys do where two versions are compared? They walk over the changes and over the versions. */

import { useShortcuts } from '@/components/shortcuts/use-shortcuts';
import { COMPARE_KEYS } from '@/lib/client/shortcuts/history';
import type { HistoryAgent, HistoryRow } from '@/lib/contract';

import { neighboursOf, type Step } from './neighbours';

export interface CompareKeys {
  agent: HistoryAgent;
  before: HistoryRow;
  after: HistoryRow;
  compare: (from: number, to: number) => void;
  onLayout: () => void;
  /** Told in words which change has the focus. */
  onWalk: (place: string) => void;
}

export function useCompareKeys({ agent, before, after, compare, onLayout, onWalk }: CompareKeys): void {
  const { earlier, later } = neighboursOf(before.number, after.number, agent.head.number);
  const go = (step: Step | null) => step && (() => compare(...step));
  useShortcuts(COMPARE_KEYS, {
    'next-change': () => walk(1, onWalk),
    'previous-change': () => walk(-1, onWalk),
    layout: onLayout,
    earlier: go(earlier) ?? undefined,
    later: go(later) ?? undefined,
    swap: () => compare(after.number, before.number),
  });
}

/** The first lines of the runs of changed lines. */
const changes = () => [...document.querySelectorAll<HTMLElement>('[data-change]')];

function walk(by: 1 | -1, onWalk: CompareKeys['onWalk']): void {
  const all = changes();
  const focused = document.activeElement?.closest<HTMLElement>('[data-change]');
  const from = focused ? all.indexOf(focused) + by : placeInView(all, by);
  const at = Math.min(all.length - 1, Math.max(0, from));
  const change = all[at];
  if (!change) return;
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: 'center' });
  const line = change.querySelector('[id]');
  if (line) window.history.replaceState(null, '', `#${line.id}`);
  onWalk(`Change ${at + 1} of ${all.length}`);
}

/** The nearest change below the middle of the window, or above it. */
function placeInView(all: readonly HTMLElement[], by: 1 | -1): number {
  const isBelow = (change: HTMLElement) => change.getBoundingClientRect().top >= window.innerHeight / 2;
  const below = all.findIndex(isBelow);
  const next = below === -1 ? all.length : below;
  return by === 1 ? next : next - 1;
}

'use client';
/** Which window lies over the page? At most one. */

import { useMemo, useState } from 'react';

import type { DuplicateCluster } from '@/lib/contract';

import type { MergeRequest } from './merge-dialog';
import { closestPair } from './model/matrix';
import type { ComparedAgent, PairRequest } from './pair-dialog';

export type Overlay =
  | { kind: 'pair'; request: PairRequest }
  | { kind: 'merge'; request: MergeRequest }
  | { kind: 'apart'; cluster: DuplicateCluster };

/** The window, and what opens and closes it; those stay the same, so that rows need not render again. */
export function useOverlay() {
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const open = useMemo(
    () => ({
      close: () => setOverlay(null),
      comparePair: (request: PairRequest) => setOverlay({ kind: 'pair', request }),
      compare: (cluster: DuplicateCluster, pair: readonly [number, number] = closestPair(cluster)) =>
        setOverlay({ kind: 'pair', request: { agents: cluster.members, pair } }),
      merge: ({ title, members }: MergeRequest) => setOverlay({ kind: 'merge', request: { title, members } }),
      mergePair: (members: readonly ComparedAgent[]) =>
        setOverlay({
          kind: 'merge',
          request: { title: members.map(({ title }) => title).join(' and '), members },
        }),
      setApart: (cluster: DuplicateCluster) => setOverlay({ kind: 'apart', cluster }),
    }),
    [],
  );
  return { overlay, open };
}

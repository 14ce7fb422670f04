'use client';
/** How many clusters did the last comparison in this browser find? The rail asks nobody: comparing costs seconds. */

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

import type { DuplicatesAnswer } from './duplicates';
import { duplicatesKey } from './duplicates-key';

const keyOf = (workspace: string) => `muster-duplicates-${workspace}`;

/** The number, also of an earlier visit; null when there was none, and while the page hydrates. */
export function useDuplicatesCount(workspace: string): number | null {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  const read = () => {
    const answer = client.getQueryData<DuplicatesAnswer>(duplicatesKey(workspace));
    return answer?.complete ? answer.clusters.length : readCount(workspace);
  };
  return useSyncExternalStore(subscribe, read, () => null);
}

/** Keeps the number for the next visit. A browser that keeps nothing shows no number, and that is all. */
export function keepCount(workspace: string, count: number): void {
  try {
    localStorage.setItem(keyOf(workspace), String(count));
  } catch {
    // As above.
  }
}

function readCount(workspace: string): number | null {
  try {
    const kept = localStorage.getItem(keyOf(workspace));
    return kept !== null && /^\d{1,7}$/.test(kept) ? Number(kept) : null;
  } catch {
    return null;
  }
}

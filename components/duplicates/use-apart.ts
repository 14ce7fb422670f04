'use client';

/** How are agents called "not duplicates", and taken back? At once on the page; then all are compared anew. */

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { formatMany } from '@/components/ui/numbers';

import { showToast } from '@/components/ui/toasts';
import type { DuplicatesAnswer } from '@/lib/client/duplicates';
import { allPairsKey, duplicatesKey } from '@/lib/client/duplicates-key';
import { callAction } from '@/lib/client/use-action';
import type { Action, NotDuplicatesInput } from '@/lib/contract';

import { type IdPair, inPortions, MOST_PAIRS, withoutPairs } from './model/pairs';

export type ApartAction = Action<NotDuplicatesInput, { count: number }>;

export interface Apart {
  /** Remembers that these pairs are no duplicates. Says whether it went well. */
  setApart: (pairs: readonly IdPair[]) => Promise<boolean>;
  /** Takes it back. */
  takeBack: (pairs: readonly IdPair[]) => Promise<boolean>;
  busy: boolean;
}

export function useApart(workspace: string, dismiss: ApartAction, undismiss: ApartAction): Apart {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const acts = useMemo(() => {
    const key = duplicatesKey(workspace);

    async function run(action: ApartAction, pairs: readonly IdPair[]): Promise<boolean> {
      setBusy(true);
      const problem = await runInPortions(action, workspace, pairs);
      if (problem) showToast({ text: problem, tone: 'bad' });
      else if (action === dismiss) {
        client.setQueryData<DuplicatesAnswer>(
          key,
          (answer) => answer && { ...answer, clusters: withoutPairs(answer.clusters, pairs) },
        );
      }
      void client.invalidateQueries({ queryKey: allPairsKey(workspace) });
      void client.invalidateQueries({ queryKey: key });
      setBusy(false);
      return problem === null;
    }

    async function takeBack(pairs: readonly IdPair[]) {
      const isDone = await run(undismiss, pairs);
      if (isDone) showToast({ text: `${formatMany(pairs.length, 'pair')} compared again`, tone: 'good' });
      return isDone;
    }

    async function setApart(pairs: readonly IdPair[]) {
      const isDone = await run(dismiss, pairs);
      if (!isDone) return false;
      showToast({
        text: `${formatMany(pairs.length, 'pair')} remembered as not duplicates`,
        action: { label: 'Undo', run: () => void takeBack(pairs) },
      });
      return true;
    }

    return { setApart, takeBack };
  }, [client, workspace, dismiss, undismiss]);
  return { ...acts, busy };
}

/** Returns what went wrong, in words; null when nothing did. */
async function runInPortions(
  action: ApartAction,
  workspace: string,
  pairs: readonly IdPair[],
): Promise<string | null> {
  for (const portion of inPortions(pairs, MOST_PAIRS)) {
    const result = await callAction(action, { workspace, pairs: portion });
    if (!result.ok) return result.error.message;
  }
  return null;
}

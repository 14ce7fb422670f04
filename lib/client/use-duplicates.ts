'use client';
/** Which agents of the workspace are alike? Asked when the page opens, told as it comes, and stopped by a button. */

import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { type DuplicatesAnswer, type DuplicatesProgress, fetchDuplicates, fetchPair } from './duplicates';
import { duplicatesKey, pairKey, progressKey } from './duplicates-key';
import { keepCount } from './use-duplicates-count';

/** The answer, whether it is being made, and how to stop or repeat it. While it is repeated the former one stays. */
export function useDuplicates(workspace: string) {
  const client = useQueryClient();
  const queryKey = duplicatesKey(workspace);
  const query = useQuery<DuplicatesAnswer>({
    queryKey,
    queryFn: async ({ signal }) => {
      const isFirst = !client.getQueryData<DuplicatesAnswer>(queryKey)?.complete;
      client.setQueryData(progressKey(workspace), null);
      const answer = await fetchDuplicates(workspace, {
        signal,
        onProgress: (progress) => client.setQueryData(progressKey(workspace), progress),
        onClusters: (clusters) => {
          if (!isFirst) return;
          client.setQueryData<DuplicatesAnswer>(queryKey, {
            clusters,
            agents: 0,
            dismissed: [],
            complete: false,
          });
        },
      });
      keepCount(workspace, answer.clusters.length);
      return answer;
    },
    // Agents were edited or merged meanwhile; the former answer stays until the new one is there.
    refetchOnMount: 'always',
    retry: false,
    structuralSharing: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { refetch } = query;
  const repeat = useCallback(() => void refetch(), [refetch]);
  const cancel = useCallback(
    () => void client.cancelQueries({ queryKey: duplicatesKey(workspace) }),
    [client, workspace],
  );
  return { answer: query.data, isWorking: query.isFetching, error: query.error, repeat, cancel };
}

/** How far the running comparison is; null when nothing has been heard of it. */
export function useDuplicatesProgress(workspace: string): DuplicatesProgress | null {
  const { data } = useQuery<DuplicatesProgress | null>({
    queryKey: progressKey(workspace),
    queryFn: skipToken,
  });
  return data ?? null;
}

/** The evidence for a pair of agents. */
export function usePair(workspace: string, a: string, b: string) {
  return useQuery({
    queryKey: pairKey(workspace, a, b),
    queryFn: ({ signal }) => fetchPair(workspace, a, b, signal),
  });
}

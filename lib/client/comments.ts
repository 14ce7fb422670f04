'use client';
/** What was said about an agent, or in a review? Asked again now and then: others write, too. */

import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { ThreadList } from '@/lib/contract';

import { requestJson } from './request';

const EVERY_MS = 20_000;

/** Where threads are asked for, below the workspace: `agents/ID` or `reviews/ID`. */
export type ThreadsOf = `agents/${string}` | `reviews/${string}`;

export function useThreads(workspace: string, of: ThreadsOf, isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: threadsKey(workspace, of),
    queryFn: ({ signal }) => requestJson<ThreadList>(`/api/w/${workspace}/${of}/comments`, { signal }),
    refetchInterval: EVERY_MS,
    staleTime: 5_000,
  });
}

/** Asks for the threads anew. */
export function useFreshThreads(workspace: string, of: ThreadsOf): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: threadsKey(workspace, of) });
}

const threadsKey = (workspace: string, of: ThreadsOf) => ['threads', workspace, of];

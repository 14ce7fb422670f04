'use client';
/** How much waits for me? The numbers in the rail, asked for now and then. */

import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { Waiting } from '@/lib/contract';

import { requestJson } from './request';

const EVERY_MS = 60_000;

/** The numbers; null until they came, and while they cannot be had: a rail that says why would say it on every page. */
export function useWaiting(workspace: string): Waiting | null {
  const { data } = useQuery({
    queryKey: waitingKey(workspace),
    queryFn: ({ signal }) => requestJson<Waiting>(`/api/w/${workspace}/waiting`, { signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  return data ?? null;
}

/** Asks for the numbers anew. */
export function useFreshWaiting(workspace: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: waitingKey(workspace) });
}

const waitingKey = (workspace: string) => ['waiting', workspace];

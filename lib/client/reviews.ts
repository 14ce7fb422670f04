'use client';
/** How does a proposal stand, and what does the change of one of its agents mean? */

import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { Comparison } from '@/lib/compare';
import type { Review } from '@/lib/contract';

import { requestJson } from './request';

const EVERY_MS = 20_000;

export function useReview(workspace: string, initial: Review) {
  const id = initial.proposalId;
  return useQuery({
    queryKey: ['reviews', workspace, id],
    queryFn: ({ signal }) => requestJson<Review>(`/api/w/${workspace}/reviews/${id}`, { signal }),
    initialData: initial,
    refetchInterval: EVERY_MS,
  });
}

/** Asks for all reviews of the workspace anew. */
export function useFreshReviews(workspace: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['reviews', workspace] });
    await client.invalidateQueries({ queryKey: ['waiting', workspace] });
  };
}

/** What changes in one agent; kept for as long as it is the same change. */
export function useComparison(
  workspace: string,
  proposalId: string,
  agent: { agentId: string; reading: string },
) {
  const url = `/api/w/${workspace}/reviews/${proposalId}/agents/${agent.agentId}`;
  return useQuery({
    queryKey: ['comparison', workspace, proposalId, agent.agentId, agent.reading],
    queryFn: ({ signal }) => requestJson<Comparison>(url, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

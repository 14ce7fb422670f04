'use client';
/** What are the agents of a workspace called, for the palette? */

import { useQuery } from '@tanstack/react-query';

import type { AgentTitle } from '@/lib/contract';

import { allAgentsKey } from './agents-key';
import { requestJson } from './request';

/** Fetched when first `wanted`, and anew with the lists of agents. */
export function useAgentTitles(workspace: string, wanted: boolean) {
  return useQuery({
    queryKey: [...allAgentsKey(workspace), 'titles'],
    queryFn: ({ signal }) => requestJson<AgentTitle[]>(`/api/w/${workspace}/agents/titles`, { signal }),
    enabled: wanted,
  });
}

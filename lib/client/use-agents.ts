'use client';
/** Which agents does a search find, page after page? And how are all lists fetched anew? */

import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { AgentPage } from '@/lib/contract';

import { ALL_AGENTS } from './agent-filter';
import { agentSearchKey, agentsUrl, allAgentsKey } from './agents-key';
import { requestJson } from './request';

/** The agents that match, in pages; while another query loads, the former list stays. */
export function useAgents(workspace: string, query: string) {
  const view = { ...ALL_AGENTS, filter: { ...ALL_AGENTS.filter, query } };
  return useInfiniteQuery({
    queryKey: agentSearchKey(workspace, query),
    queryFn: ({ pageParam, signal }) =>
      requestJson<AgentPage>(agentsUrl(workspace, view, pageParam), { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** Fetches every list of the workspace anew, those that nobody looks at when somebody does. */
export function useAgentLists(workspace: string) {
  const client = useQueryClient();
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: allAgentsKey(workspace) }),
    [client, workspace],
  );
  return { refresh };
}

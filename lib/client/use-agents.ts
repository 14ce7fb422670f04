'use client';
/** Which agents does the workspace hold, page by page? */

import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import type { AgentPage } from '@/lib/contract';

import { agentsKey, agentsUrl, allAgentsKey } from './agents-key';
import { requestJson } from './request';

/** The agents that match, in pages; while another query loads, the former list stays. */
export function useAgents(workspace: string, query: string) {
  return useInfiniteQuery({
    queryKey: agentsKey(workspace, query),
    queryFn: ({ pageParam, signal }) =>
      requestJson<AgentPage>(agentsUrl(workspace, query, pageParam), { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

/** What changes the kept lists: fetch them anew, or take agents out before the server has answered. */
export function useAgentLists(workspace: string) {
  const client = useQueryClient();
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: allAgentsKey(workspace) }),
    [client, workspace],
  );
  const drop = useCallback(
    (ids: ReadonlySet<string>) =>
      client.setQueriesData<InfiniteData<AgentPage, number>>(
        { queryKey: allAgentsKey(workspace) },
        (data) => data && { ...data, pages: data.pages.map((page) => without(page, ids)) },
      ),
    [client, workspace],
  );
  return { refresh, drop };
}

function without(page: AgentPage, ids: ReadonlySet<string>): AgentPage {
  return {
    ...page,
    agents: page.agents.filter(({ id }) => !ids.has(id)),
    total: Math.max(0, page.total - ids.size),
  };
}

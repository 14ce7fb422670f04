'use client';
/** Which agents does a view show, whatever part of it one looks at? Its pages, fetched as they come into sight. */

import {
  keepPreviousData,
  type QueryFunctionContext,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';

import type { AgentPage, AgentRow } from '@/lib/contract';

import { type AgentView, writeView } from './agent-filter';
import { AGENTS_PER_PAGE, agentIdsKey, agentIdsUrl, agentPageKey, agentsUrl } from './agents-key';
import { requestJson } from './request';

/** Pages in sight, from the first to the last. */
export interface PageSpan {
  from: number;
  to: number;
}

const FIRST_PAGE: PageSpan = { from: 0, to: 0 };

/** The pages of a view. While another view loads, the former one stays. */
export function useAgentPages(workspace: string, view: AgentView) {
  const [span, setSpan] = useState(FIRST_PAGE);
  const head = useQuery({
    ...pageQuery(workspace, view, 0),
    placeholderData: keepPreviousData,
  });
  const shown = useShown(view, head.isPlaceholderData || head.data === undefined);
  const total = head.data?.total ?? 0;
  const pages = pagesOf(span, total).filter((page) => page > 0);
  const more = useQueries({ queries: pages.map((page) => pageQuery(workspace, shown, page)) });
  const client = useQueryClient();
  const inSight = new Map(pages.map((page, at) => [page, more[at]?.data]));
  // Pages out of sight are known, too, as long as they are kept.
  const known = (page: number) =>
    page === 0
      ? head.data
      : (inSight.get(page) ?? client.getQueryData<AgentPage>(agentPageKey(workspace, shown, page)));
  const rowAt = (index: number): AgentRow | undefined =>
    known(Math.floor(index / AGENTS_PER_PAGE))?.agents[index % AGENTS_PER_PAGE];
  const look = useCallback(
    (next: PageSpan) => setSpan((now) => (now.from === next.from && now.to === next.to ? now : next)),
    [],
  );
  return {
    head,
    /** The view whose agents these are. */
    shown,
    total,
    rowAt,
    /** The ids of the rows that are known, at their places. */
    order: orderOf(total, known),
    failed: more.find(({ error }) => error)?.error ?? null,
    look,
  };
}

export type AgentPages = ReturnType<typeof useAgentPages>;

function pageQuery(workspace: string, view: AgentView, page: number) {
  return {
    queryKey: agentPageKey(workspace, view, page),
    queryFn: ({ signal }: QueryFunctionContext) =>
      requestJson<AgentPage>(agentsUrl(workspace, view, page * AGENTS_PER_PAGE), { signal }),
  };
}

/** The last view that had arrived. */
function useShown(view: AgentView, isWaiting: boolean): AgentView {
  const [shown, setShown] = useState(view);
  if (!isWaiting && writeView(shown) !== writeView(view)) setShown(view);
  return isWaiting ? shown : view;
}

function pagesOf({ from, to }: PageSpan, total: number): number[] {
  const last = Math.min(to, Math.ceil(total / AGENTS_PER_PAGE) - 1);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from + at);
}

/** Holes stand for rows that are not known. */
function orderOf(total: number, known: (page: number) => AgentPage | undefined): string[] {
  const order: string[] = [];
  for (let page = 0; page * AGENTS_PER_PAGE < total; page++) {
    for (const [at, { id }] of (known(page)?.agents ?? []).entries()) order[page * AGENTS_PER_PAGE + at] = id;
  }
  return order;
}

/** The ids of all agents of a view, in its order; asked for when they are wanted. */
export function useAgentIds(workspace: string, view: AgentView, wanted: boolean) {
  const client = useQueryClient();
  const query = useMemo(
    () => ({
      queryKey: agentIdsKey(workspace, view),
      queryFn: () => requestJson<string[]>(agentIdsUrl(workspace, view)),
    }),
    [workspace, view],
  );
  const { data } = useQuery({ ...query, enabled: wanted });
  const fetchIds = useCallback(() => client.fetchQuery(query), [client, query]);
  return { ids: data, fetchIds };
}

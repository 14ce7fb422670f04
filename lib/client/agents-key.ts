/** Under which key are a workspace's agents kept, and at which address? Shared by the server, which fills the first. */

import type { FacetField } from '@/lib/contract';

import { type AgentView, writeView } from './agent-filter';

/** How many agents a page of the list has. */
export const AGENTS_PER_PAGE = 100;

/** Every list of the workspace, whatever it shows. */
export const allAgentsKey = (workspace: string) => ['agents', workspace] as const;

/** The agents that a search finds, page after page. */
export const agentSearchKey = (workspace: string, query: string) =>
  ['agents', workspace, 'search', query] as const;

/** One page of a view, counted from 0. */
export const agentPageKey = (workspace: string, view: AgentView, page: number) =>
  ['agents', workspace, 'page', writeView(view), page] as const;

/** The values that a field of the filter offers. */
export const facetKey = (workspace: string, view: AgentView, field: FacetField) =>
  ['agents', workspace, 'facet', writeView(view), field] as const;

/** The ids of all agents of a view, in its order. */
export const agentIdsKey = (workspace: string, view: AgentView) =>
  ['agents', workspace, 'ids', writeView(view)] as const;

/** The address of agents of a view, from `offset` on. */
export function agentsUrl(workspace: string, view: AgentView, offset: number): string {
  return address(workspace, '', view, { offset: String(offset), limit: String(AGENTS_PER_PAGE) });
}

/** The address of the values of a field. */
export const facetUrl = (workspace: string, view: AgentView, field: FacetField) =>
  address(workspace, '/facets', view, { of: field });

/** The address of the ids of all agents of a view. */
export const agentIdsUrl = (workspace: string, view: AgentView) => address(workspace, '/ids', view, {});

function address(workspace: string, path: string, view: AgentView, more: Record<string, string>): string {
  const search = new URLSearchParams(writeView(view));
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  return `/api/w/${workspace}/agents${path}?${search}`;
}

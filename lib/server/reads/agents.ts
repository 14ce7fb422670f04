/** Which agents does a workspace hold, and what does one say? */

import 'server-only';

import { notFound } from 'next/navigation';

import {
  countWithout,
  type Db,
  getAgent,
  getLabel,
  getMergeOfArchived,
  getPublishingPolicy,
  listAgentNames,
  listCloseAgents,
  listFacet,
  listLabelled,
  listMatchingIds,
  listVersionNames,
  listAgents as selectAgents,
} from '@/db';
import {
  type AgentDocument,
  type AgentFilter,
  type AgentPage,
  type AgentRow,
  type AgentSort,
  type ArchivedInto,
  agentFilter,
  FACET_FIELDS,
  type FacetValue,
  MAX_CHOSEN,
  PUBLISHED,
} from '@/lib/contract';

import { mayIn, type Scope } from '../access';
import { Failure } from '../failure';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 200;
const DEFAULT_PAGE = 100;

export interface AgentListQuery {
  /** All in use when absent. */
  filter?: AgentFilter;
  sort?: AgentSort;
  offset?: number;
  limit?: number;
}

/** Returns one page of the workspace's agents. */
export async function listAgents(slug: string, query: AgentListQuery = {}): Promise<AgentPage> {
  return pageOfAgents(await requireScope(slug, 'agent:read'), query);
}

/** A search that finds fewer than so many is answered with names that are close to it, too. */
const FEW = 5;

/** As `listAgents`, for whoever has a scope. */
export async function pageOfAgents(scope: Scope, query: AgentListQuery): Promise<AgentPage> {
  const offset = bounded(query.offset, 0, Number.MAX_SAFE_INTEGER, 0);
  const limit = bounded(query.limit, 1, MAX_PAGE, DEFAULT_PAGE);
  const { read } = await getStore();
  const { filter = agentFilter.parse({}), sort } = query;
  const asked = { workspaceId: scope.workspaceId, filter, now: Date.now() };
  const { rows, total } = await selectAgents(read, { ...asked, ...(sort && { sort }), offset, limit });
  const next = offset + rows.length;
  const few = total < FEW && filter.query.trim() !== '';
  return {
    agents: await withPublished(read, scope.workspaceId, rows),
    total,
    close: few ? await listCloseAgents(read, { ...asked, exceptIds: rows.map(({ id }) => id) }) : [],
    without: total === 0 ? await countWithout(read, asked) : [],
    next: rows.length > 0 && next < total ? next : null,
  };
}

/** Adds which version of each is published, where the workspace publishes. */
async function withPublished(read: Db, workspaceId: string, rows: AgentRow[]): Promise<AgentRow[]> {
  if (!(await getPublishingPolicy(read, { workspaceId }))?.enabled) return rows;
  const agentIds = rows.map(({ id }) => id);
  const labelled = await listLabelled(read, { workspaceId, name: PUBLISHED, agentIds });
  const names = await listVersionNames(read, { workspaceId, versionIds: [...labelled.values()] });
  const numberOf = new Map(names.map(({ agentId, number }) => [agentId, number]));
  return rows.map((row) => ({ ...row, publishedNumber: numberOf.get(row.id) ?? null }));
}

/** Returns the values that a field of the filter offers, under the other fields. */
export async function facetOfAgents(
  scope: Scope,
  { filter, field }: { filter: AgentFilter; field: string | null },
): Promise<FacetValue[]> {
  const known = FACET_FIELDS.find((each) => each === field);
  if (!known) throw new Failure('invalid_input', 'There is no such filter. Reload the page.');
  const { read } = await getStore();
  return listFacet(read, { workspaceId: scope.workspaceId, filter, field: known });
}

/** Returns the ids of all agents that match, as many as one change may concern, in the order of the list. */
export async function idsOfAgents(
  { workspaceId }: Scope,
  { filter, sort }: { filter: AgentFilter; sort: AgentSort },
): Promise<string[]> {
  const { read } = await getStore();
  return listMatchingIds(read, { workspaceId, filter, sort, limit: MAX_CHOSEN });
}

/** Returns an agent as the editor opens it; a 404 when it is in the bin or in another workspace. An archived one is not to be changed. */
export async function requireAgent(slug: string, agentId: string): Promise<AgentDocument> {
  const scope = await requireScope(slug, 'agent:read');
  const { workspaceId } = scope;
  const { read } = await getStore();
  const agent = await getAgent(read, { workspaceId, agentId });
  if (!agent || agent.deletedAt !== null) notFound();
  const isOpen = agent.archivedAt === null;
  const publishes = (await getPublishingPolicy(read, { workspaceId }))?.enabled === true;
  return {
    id: agent.id,
    workspace: scope.slug,
    text: agent.text,
    version: agent.version,
    published: (await getLabel(read, { workspaceId, agentId, name: PUBLISHED }))?.number ?? null,
    fileName: agent.fileName,
    originPath: agent.originPath,
    canEdit: isOpen && mayIn(scope, 'agent:save'),
    canPropose: isOpen && publishes && mayIn(scope, 'proposal:edit'),
    archived: isOpen ? null : await whereTo(read, { workspaceId, agentId }),
    otherNames: await listAgentNames(read, { workspaceId, exceptIds: [agentId] }),
  };
}

/** Which agent took the place of an archived one. */
async function whereTo(
  read: Db,
  key: { workspaceId: string; agentId: string },
): Promise<ArchivedInto | null> {
  const found = await getMergeOfArchived(read, key);
  return found && { ...found.into, mergeId: found.mergeId };
}

/** Returns the names that a new agent would clash with. */
export async function listNames(slug: string): Promise<string[]> {
  const { workspaceId } = await requireScope(slug, 'agent:read');
  const { read } = await getStore();
  return listAgentNames(read, { workspaceId });
}

function bounded(value: number | undefined, least: number, most: number, otherwise: number): number {
  if (value === undefined || !Number.isFinite(value)) return otherwise;
  return Math.min(most, Math.max(least, Math.trunc(value)));
}

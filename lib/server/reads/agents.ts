/** Which agents does a workspace hold, and what does one say? */

import 'server-only';

import { notFound } from 'next/navigation';

import {
  type AgentSort,
  type Db,
  getAgent,
  getMergeOfArchived,
  listAgentNames,
  listAgents as selectAgents,
} from '@/db';
import type { AgentDocument, AgentPage, ArchivedInto } from '@/lib/contract';
import { can } from '@/lib/policy';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 200;
const DEFAULT_PAGE = 100;

export interface AgentListQuery {
  query?: string;
  offset?: number;
  limit?: number;
  sort?: AgentSort;
  /** True lists the bin. */
  deleted?: boolean;
}

/** Returns one page of the workspace's agents. */
export async function listAgents(slug: string, query: AgentListQuery = {}): Promise<AgentPage> {
  return pageOfAgents(await requireScope(slug, 'agent:read'), query);
}

/** As `listAgents`, for whoever has a scope. */
export async function pageOfAgents(scope: Scope, input: AgentListQuery): Promise<AgentPage> {
  const { query = '', sort = 'title', deleted = false } = input;
  const offset = bounded(input.offset, 0, Number.MAX_SAFE_INTEGER, 0);
  const limit = bounded(input.limit, 1, MAX_PAGE, DEFAULT_PAGE);
  const { read } = await getStore();
  const { workspaceId } = scope;
  const { rows, total } = await selectAgents(read, { workspaceId, query, offset, limit, sort, deleted });
  const next = offset + rows.length;
  return { agents: rows, total, next: rows.length > 0 && next < total ? next : null };
}

/** Returns an agent as the editor opens it; a 404 when it is in the bin or in another workspace. An archived one is not to be changed. */
export async function requireAgent(slug: string, agentId: string): Promise<AgentDocument> {
  const scope = await requireScope(slug, 'agent:read');
  const { workspaceId, role } = scope;
  const { read } = await getStore();
  const agent = await getAgent(read, { workspaceId, agentId });
  if (!agent || agent.deletedAt !== null) notFound();
  return {
    id: agent.id,
    workspace: scope.slug,
    text: agent.text,
    version: agent.version,
    fileName: agent.fileName,
    originPath: agent.originPath,
    canEdit: agent.archivedAt === null && can(role, 'agent:save'),
    archived: agent.archivedAt === null ? null : await whereTo(read, { workspaceId, agentId }),
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

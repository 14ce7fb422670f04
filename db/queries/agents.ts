/** Which agents does a list show, and in which order? */

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';

import type { AgentFilter, AgentRow, AgentSort } from '@/lib/contract';

import { inBatches } from '../batches';
import { closeNames, forgivesSlips } from '../close-names';
import type { Db } from '../database';
import { countAgents, type Filtered, isListed, sharesItsName } from './agent-filter';
import { agentOrder } from './agent-order';
import { isInUse } from './in-use';
import { listTags } from './tags';

export interface AgentQuery extends Filtered {
  offset: number;
  limit: number;
  /** By name when absent. */
  sort?: AgentSort;
}

/** Returns one page of the agents that match, and how many match over all pages. */
export async function listAgents(db: Db, query: AgentQuery): Promise<{ rows: AgentRow[]; total: number }> {
  const { q, t } = db;
  const where = isListed(db, query);
  // A search takes its time, and is done once: the count comes with the page. Else a page ends at its last row.
  const isSearch = (query.filter?.query ?? '').trim() !== '';
  const inAll = isSearch ? sql<number>`count(*) over ()` : sql<number>`0`;
  // The ids first: what comes before the page need not be read.
  const page = await q
    .select({ id: t.agents.id, inAll: inAll.mapWith(Number) })
    .from(t.agents)
    .where(where)
    .orderBy(...agentOrder(db, query.sort ?? 'name'))
    .limit(query.limit)
    .offset(query.offset);
  const ids = page.map(({ id }) => id);
  const rows = inOrder(ids, await readRows(db, query.workspaceId, ids));
  const total = page[0]?.inAll || (await countAgents(db, where));
  return { rows, total };
}

function inOrder(ids: readonly string[], rows: readonly AgentRow[]): AgentRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Returns the rows of these agents, of those that are in use; in no order. */
export function listAgentsById(
  db: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<AgentRow[]> {
  return readRows(db, workspaceId, agentIds, isInUse(db.t.agents));
}

async function readRows(
  db: Db,
  workspaceId: string,
  agentIds: readonly string[],
  where?: SQL,
): Promise<AgentRow[]> {
  const { q, t } = db;
  const rows: AgentRow[] = [];
  for (const ids of inBatches(agentIds)) {
    const some = await q
      .select(rowColumns(db))
      .from(t.agents)
      .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
      .innerJoin(t.users, eq(t.users.id, t.agents.updatedBy))
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids), where));
    const tags = await listTags(db, { workspaceId, agentIds: ids });
    rows.push(...some.map((row) => ({ ...row, tags: tags.get(row.id) ?? [] })));
  }
  return rows;
}

/** The most agents that are offered because their names are close to a query. */
const MOST_CLOSE = 10;

/** Returns agents that only their names bring close to the query of the filter, the closest first. */
export async function listCloseAgents(
  db: Db,
  query: Filtered & { filter: AgentFilter; exceptIds: readonly string[] },
): Promise<AgentRow[]> {
  if (!forgivesSlips(query.filter.query)) return [];
  const { q, t } = db;
  const names = await q
    .select({ id: t.agents.id, title: t.agents.title })
    .from(t.agents)
    .where(isListed(db, query, ['query']));
  const found = new Set(query.exceptIds);
  const close = closeNames(query.filter.query, names).filter(({ id }) => !found.has(id));
  const ids = close.slice(0, MOST_CLOSE).map(({ id }) => id);
  return inOrder(ids, await readRows(db, query.workspaceId, ids));
}

/** Returns the ids of the agents that match, at most `limit`, in the order of a list. */
export async function listMatchingIds(
  db: Db,
  query: Filtered & { sort?: AgentSort; limit: number },
): Promise<string[]> {
  const { q, t } = db;
  const rows = await q
    .select({ id: t.agents.id })
    .from(t.agents)
    .where(isListed(db, query))
    .orderBy(...agentOrder(db, query.sort ?? 'name'))
    .limit(query.limit);
  return rows.map(({ id }) => id);
}

function rowColumns(db: Db) {
  const { t } = db;
  return {
    id: t.agents.id,
    name: t.agents.name,
    title: t.agents.title,
    description: t.agents.description,
    model: t.agents.model,
    color: t.agents.color,
    tools: t.agents.tools,
    loads: t.agents.loads,
    hidden: sharesItsName(db),
    problem: t.agents.problem,
    descriptionTokens: t.agents.descriptionTokens,
    bodyTokens: t.agents.bodyTokens,
    versionNumber: t.versions.number,
    updatedAt: t.agents.updatedAt,
    updatedBy: t.users.name,
    updatedById: t.users.id,
    deletedAt: t.agents.deletedAt,
    archivedAt: t.agents.archivedAt,
    mergedInto: t.agents.mergedInto,
  };
}

/** Which agents does a workspace hold? */

import { and, asc, desc, eq, inArray, isNotNull, notInArray, type SQL, sql } from 'drizzle-orm';

import type { AgentFilter, AgentRow, AgentSort, VersionStamp } from '@/lib/contract';

import { inBatches } from '../batches';
import { closeNames, forgivesSlips } from '../close-names';
import type { Db } from '../database';
import { bytesToText, textToBytes } from '../text-bytes';
import { countAgents, type Filtered, isListed, sharesItsName } from './agent-filter';
import { isInUse } from './in-use';
import { listTags } from './tags';

export interface AgentQuery extends Filtered {
  offset: number;
  limit: number;
  /** By name when absent. */
  sort?: AgentSort;
}

/** An agent with the text of its head version. */
export interface AgentWithText {
  id: string;
  name: string | null;
  title: string;
  fileName: string | null;
  originPath: string | null;
  deletedAt: number | null;
  archivedAt: number | null;
  /** The agent that took its place in a merge. */
  mergedInto: string | null;
  version: VersionStamp;
  text: string;
}

/** What an export needs to know of an agent before it reads the text. */
export interface AgentForExport {
  id: string;
  name: string | null;
  title: string;
  fileName: string | null;
  loads: boolean;
  problem: string | null;
  textSha: string;
  /** False for a version before the last: then the rest is what the last one says. */
  isHead: boolean;
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
    .orderBy(...order(db, query.sort ?? 'name'))
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
    .orderBy(...order(db, query.sort ?? 'name'))
    .limit(query.limit);
  return rows.map(({ id }) => id);
}

/** Returns which of these agents the workspace has, wherever they are. */
export async function listAgentIds(
  { q, t }: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<string[]> {
  const found: string[] = [];
  for (const ids of inBatches([...new Set(agentIds)])) {
    const rows = await q
      .select({ id: t.agents.id })
      .from(t.agents)
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids)));
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** An agent without its text: which version is its head, and whether it is in use. */
export interface AgentHead {
  agentId: string;
  title: string;
  name: string | null;
  headId: string;
  deletedAt: number | null;
  archivedAt: number | null;
  mergedInto: string | null;
}

/** Returns the heads of these agents, those in the bin and the archived among them; in no order. */
export async function listAgentHeads(
  { q, t }: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<AgentHead[]> {
  const rows: AgentHead[] = [];
  for (const ids of inBatches(agentIds)) {
    const some = await q
      .select({
        agentId: t.agents.id,
        title: t.agents.title,
        name: t.agents.name,
        headId: t.agents.currentVersionId,
        deletedAt: t.agents.deletedAt,
        archivedAt: t.agents.archivedAt,
        mergedInto: t.agents.mergedInto,
      })
      .from(t.agents)
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids)));
    rows.push(...some);
  }
  return rows;
}

/** Returns the agent, also from the bin or the archive (`deletedAt`, `archivedAt` tell), or null. */
export async function getAgent(
  { q, t }: Db,
  { workspaceId, agentId }: { workspaceId: string; agentId: string },
): Promise<AgentWithText | null> {
  const [row] = await q
    .select({
      id: t.agents.id,
      name: t.agents.name,
      title: t.agents.title,
      fileName: t.agents.fileName,
      originPath: t.agents.originPath,
      deletedAt: t.agents.deletedAt,
      archivedAt: t.agents.archivedAt,
      mergedInto: t.agents.mergedInto,
      version: {
        versionId: t.versions.id,
        number: t.versions.number,
        savedAt: t.versions.createdAt,
        savedBy: t.users.name,
      },
      bytes: t.texts.bytes,
    })
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .innerJoin(
      t.texts,
      and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
    )
    .where(and(eq(t.agents.workspaceId, workspaceId), eq(t.agents.id, agentId)));
  if (!row) return null;
  const { bytes, ...agent } = row;
  return { ...agent, text: bytesToText(bytes) };
}

/** Returns an agent in use whose head says exactly `text`, so that a second import need not add one. */
export async function getAgentByText(
  { q, t }: Db,
  { workspaceId, text }: { workspaceId: string; text: string },
): Promise<{ id: string; name: string | null; title: string } | null> {
  const { sha256 } = textToBytes(text);
  const [agent] = await q
    .select({ id: t.agents.id, name: t.agents.name, title: t.agents.title })
    .from(t.versions)
    .innerJoin(t.agents, eq(t.agents.currentVersionId, t.versions.id))
    .where(
      and(
        eq(t.versions.workspaceId, workspaceId),
        eq(t.versions.textSha, sha256),
        eq(t.agents.workspaceId, workspaceId),
        isInUse(t.agents),
      ),
    )
    .orderBy(asc(t.agents.createdAt), asc(t.agents.id))
    .limit(1);
  return agent ?? null;
}

/** Returns the distinct effective names of the agents that load, without those of `exceptIds`, in byte order. */
export async function listAgentNames(
  db: Db,
  { workspaceId, exceptIds = [] }: { workspaceId: string; exceptIds?: readonly string[] },
): Promise<string[]> {
  const { q, t } = db;
  const rows = await q
    .selectDistinct({ name: t.agents.name })
    .from(t.agents)
    .where(
      and(
        eq(t.agents.workspaceId, workspaceId),
        isInUse(t.agents),
        eq(t.agents.loads, true),
        isNotNull(t.agents.name),
        exceptIds.length === 0 ? undefined : notInArray(t.agents.id, [...exceptIds]),
      ),
    );
  return rows.map(({ name }) => name ?? '').sort();
}

/**
 * Returns the agents to be exported, in the order of their titles: all of the workspace, or those of `agentIds` that are
 * in it and in use; with a label those that carry it, at the version where it stands. With `streamTexts` it reads as of
 * one moment.
 */
export async function listAgentsForExport(
  db: Db,
  { workspaceId, agentIds, label }: { workspaceId: string; agentIds?: readonly string[]; label?: string },
): Promise<AgentForExport[]> {
  const { q, t } = db;
  const columns = {
    id: t.agents.id,
    name: t.agents.name,
    title: t.agents.title,
    fileName: t.agents.fileName,
    loads: t.agents.loads,
    problem: t.agents.problem,
    textSha: t.versions.textSha,
    headId: t.agents.currentVersionId,
    versionId: t.versions.id,
  };
  const inUse = and(eq(t.agents.workspaceId, workspaceId), isInUse(t.agents));
  const found =
    label === undefined
      ? q
          .select(columns)
          .from(t.agents)
          .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
          .where(inUse)
      : q
          .select(columns)
          .from(t.agents)
          .innerJoin(t.labels, and(eq(t.labels.agentId, t.agents.id), eq(t.labels.name, label)))
          .innerJoin(t.versions, eq(t.versions.id, t.labels.versionId))
          .where(and(inUse, eq(t.labels.workspaceId, workspaceId)));
  const rows = await found.orderBy(...order(db, 'name'));
  const agents = rows.map(({ headId, versionId, ...agent }) => ({ ...agent, isHead: headId === versionId }));
  if (!agentIds) return agents;
  const wanted = new Set(agentIds);
  return agents.filter(({ id }) => wanted.has(id));
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

/** What comes first; the id decides between equals, so that pages neither overlap nor leave out. */
function order(db: Db, sort: AgentSort): SQL[] {
  const { agents } = db.t;
  const key = sort.replace('-', '') as 'name' | 'changed' | 'tokens' | 'status';
  const [forth, back] = sort.startsWith('-') ? [desc, asc] : [asc, desc];
  const orders: Record<typeof key, SQL[]> = {
    name: [forth(agents.sortKey), forth(agents.id)],
    changed: [back(agents.updatedAt), back(agents.id)],
    tokens: [back(sql`${agents.descriptionTokens} + ${agents.bodyTokens}`), forth(agents.id)],
    status: [forth(severity(db)), forth(agents.sortKey), forth(agents.id)],
  };
  return orders[key];
}

/** Broken before hidden before what loads. */
const severity = (db: Db): SQL =>
  sql`case when ${eq(db.t.agents.loads, false)} then 0 when ${sharesItsName(db)} then 1 else 2 end`;

/** Which agents does a workspace hold? */

import {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNotNull,
  ne,
  notInArray,
  type SQL,
  sql,
} from 'drizzle-orm';

import type { AgentRow, VersionStamp } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db } from '../database';
import { matchesQuery } from '../search';
import { bytesToText, textToBytes } from '../text-bytes';
import { isInUse } from './in-use';

export type AgentSort = 'title' | 'updated';

export interface AgentQuery {
  workspaceId: string;
  /** As the person typed it; blank finds all. */
  query?: string;
  offset: number;
  limit: number;
  /** `title` by default; `updated` has the last change first. */
  sort?: AgentSort;
  /** True lists the bin instead. */
  deleted?: boolean;
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
}

/** Returns one page of the agents that match, and how many match over all pages. */
export async function listAgents(db: Db, query: AgentQuery): Promise<{ rows: AgentRow[]; total: number }> {
  const { q, t } = db;
  const where = and(
    eq(t.agents.workspaceId, query.workspaceId),
    query.deleted ? isNotNull(t.agents.deletedAt) : isInUse(t.agents),
    matchesQuery(db, query.query ?? ''),
  );
  const rows = await q
    .select(rowColumns(db))
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .innerJoin(t.users, eq(t.users.id, t.agents.updatedBy))
    .where(where)
    .orderBy(...order(db, query.sort ?? 'title'))
    .limit(query.limit)
    .offset(query.offset);
  const [counted] = await q.select({ total: count() }).from(t.agents).where(where);
  return { rows, total: counted?.total ?? 0 };
}

/** Returns the rows of these agents, of those that are in use; in no order. */
export async function listAgentsById(
  db: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<AgentRow[]> {
  const { q, t } = db;
  const rows: AgentRow[] = [];
  for (const ids of inBatches(agentIds)) {
    const some = await q
      .select(rowColumns(db))
      .from(t.agents)
      .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
      .innerJoin(t.users, eq(t.users.id, t.agents.updatedBy))
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids), isInUse(t.agents)));
    rows.push(...some);
  }
  return rows;
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
 * Returns the agents to be exported, in the order of their titles: all of the workspace, or those of
 * `agentIds` that are in it and in use. With `streamTexts` it reads as of one moment.
 */
export async function listAgentsForExport(
  db: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds?: readonly string[] },
): Promise<AgentForExport[]> {
  const { q, t } = db;
  const rows = await q
    .select({
      id: t.agents.id,
      name: t.agents.name,
      title: t.agents.title,
      fileName: t.agents.fileName,
      loads: t.agents.loads,
      problem: t.agents.problem,
      textSha: t.versions.textSha,
    })
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .where(and(eq(t.agents.workspaceId, workspaceId), isInUse(t.agents)))
    .orderBy(...order(db, 'title'));
  if (!agentIds) return rows;
  const wanted = new Set(agentIds);
  return rows.filter(({ id }) => wanted.has(id));
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
  };
}

/** True of an agent that loads and whose name another one that loads has, too. */
function sharesItsName({ q, t }: Db): SQL<boolean> {
  const other = aliasedTable(t.agents, 'other');
  const namesake = q
    .select({ one: sql`1` })
    .from(other)
    .where(
      and(
        eq(other.workspaceId, t.agents.workspaceId),
        eq(other.name, t.agents.name),
        eq(other.loads, true),
        isInUse(other),
        ne(other.id, t.agents.id),
      ),
    );
  const shares = and(eq(t.agents.loads, true), isInUse(t.agents), exists(namesake));
  return sql<boolean>`(${shares})`.mapWith(Boolean);
}

function order({ t }: Db, sort: AgentSort): SQL[] {
  return sort === 'updated'
    ? [desc(t.agents.updatedAt), desc(t.agents.id)]
    : [asc(t.agents.sortKey), asc(t.agents.id)];
}

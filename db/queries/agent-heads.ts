/** What do agents say now, and which of them are there? */

import { and, asc, eq, inArray, isNotNull, notInArray } from 'drizzle-orm';

import type { VersionStamp } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db } from '../database';
import { bytesToText, textToBytes } from '../text-bytes';
import { isInUse } from './in-use';

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

/** How do agents go to the bin or the archive, come back, and go for good? */

import {
  aliasedTable,
  and,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lt,
  not,
  type SQL,
  sql,
} from 'drizzle-orm';

import { inTurns } from '../batches';
import type { Db, Tx } from '../database';
import { isInUse } from './in-use';
import { touchProfiles } from './profiles';
import { removeUnsaid } from './texts';

interface AgentIds {
  workspaceId: string;
  agentIds: readonly string[];
}

interface Move extends AgentIds {
  userId: string;
  now: number;
}

/** Moves agents to the bin; returns the ids of those that it moved. Those that a merge archived stay where they are. */
export function deleteAgents(tx: Tx, input: Move): Promise<string[]> {
  const { agents } = tx.t;
  const where = and(isNull(agents.deletedAt), isNull(agents.mergedInto));
  return move(tx, input, where, { deletedAt: input.now });
}

/** Brings agents back from the bin to where they were; returns the ids of those that were there. */
export function restoreAgents(tx: Tx, input: Move): Promise<string[]> {
  return move(tx, input, isNotNull(tx.t.agents.deletedAt), { deletedAt: null });
}

/** Moves agents that are in use to the archive; returns their ids. */
export function shelveAgents(tx: Tx, input: Move): Promise<string[]> {
  return move(tx, input, isInUse(tx.t.agents), { archivedAt: input.now });
}

/** Brings agents back from the archive, but for those whose place another one has taken; returns the ids of the others. */
export function unshelveAgents(tx: Tx, input: Move): Promise<string[]> {
  const { q, t } = tx;
  const taker = aliasedTable(t.agents, 'taker');
  const isTaken = exists(q.select({ one: sql`1` }).from(taker).where(eq(taker.id, t.agents.mergedInto)));
  const where = and(isNull(t.agents.deletedAt), isNotNull(t.agents.archivedAt), not(isTaken));
  return move(tx, input, where, { archivedAt: null, mergedInto: null });
}

/**
 * Archives agents whose head still is the version named, because another took their place; returns the ids of those
 * that it archived. Whoever reads the changes of profiles is told by `touchProfiles`, at the end of the transaction.
 */
export async function archiveAgents(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    agents: readonly { agentId: string; versionId: string }[];
    mergedInto: string;
    userId: string;
    now: number;
  },
): Promise<string[]> {
  const { workspaceId, mergedInto, userId, now } = input;
  const archived: string[] = [];
  for (const { agentId, versionId } of input.agents.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1))) {
    const rows = await q
      .update(t.agents)
      .set({ archivedAt: now, mergedInto, updatedAt: now, updatedBy: userId })
      .where(
        and(
          eq(t.agents.workspaceId, workspaceId),
          eq(t.agents.id, agentId),
          eq(t.agents.currentVersionId, versionId),
          isInUse(t.agents),
        ),
      )
      .returning({ id: t.agents.id });
    archived.push(...rows.map(({ id }) => id));
  }
  return archived;
}

/** Brings agents back that were archived in favour of `mergedInto`; returns their ids. */
export function unarchiveAgents(tx: Tx, input: Move & { mergedInto: string }): Promise<string[]> {
  return change(tx, input, eq(tx.t.agents.mergedInto, input.mergedInto), {
    archivedAt: null,
    mergedInto: null,
  });
}

/** Returns agents that have been in the bin since before `before`, at most `limit`, of all workspaces. */
export async function listExpiredAgents(
  { q, t }: Db,
  { before, limit }: { before: number; limit: number },
): Promise<{ workspaceId: string; agentId: string }[]> {
  return await q
    .select({ workspaceId: t.agents.workspaceId, agentId: t.agents.id })
    .from(t.agents)
    .where(lt(t.agents.deletedAt, before))
    .limit(limit);
}

/**
 * Removes agents that are in the bin, with their versions and the texts that nothing else says; returns their ids. On
 * PostgreSQL a save of the same text at the same time makes it fail with a violated foreign key: then try again.
 */
export async function purgeAgents(tx: Tx, { workspaceId, agentIds }: AgentIds): Promise<string[]> {
  const { q, t } = tx;
  const gone: string[] = [];
  const texts = new Set<string>();
  for await (const ids of inTurns([...new Set(agentIds)].sort())) {
    const said = await q
      .selectDistinct({ sha256: t.versions.textSha })
      .from(t.versions)
      .where(and(eq(t.versions.workspaceId, workspaceId), inArray(t.versions.agentId, ids)));
    for (const { sha256 } of said) texts.add(sha256);
    const rows = await q
      .delete(t.agents)
      .where(
        and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids), isNotNull(t.agents.deletedAt)),
      )
      .returning({ id: t.agents.id });
    gone.push(...rows.map(({ id }) => id));
  }
  await removeUnsaid(tx, { workspaceId, shas: [...texts] });
  return gone;
}

interface Place {
  deletedAt?: number | null;
  archivedAt?: number | null;
  mergedInto?: null;
}

async function move(tx: Tx, input: Move, where: SQL | undefined, place: Place): Promise<string[]> {
  const changed = await change(tx, input, where, place);
  await touchProfiles(tx, { workspaceId: input.workspaceId, agentIds: changed });
  return changed;
}

async function change(
  { q, t }: Tx,
  { workspaceId, agentIds, userId, now }: Move,
  where: SQL | undefined,
  place: Place,
): Promise<string[]> {
  const changed: string[] = [];
  // In one order, so that two such changes of the same agents wait for each other instead of locking up.
  for await (const ids of inTurns([...new Set(agentIds)].sort())) {
    const rows = await q
      .update(t.agents)
      .set({ ...place, updatedAt: now, updatedBy: userId })
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids), where))
      .returning({ id: t.agents.id });
    changed.push(...rows.map(({ id }) => id));
  }
  return changed;
}

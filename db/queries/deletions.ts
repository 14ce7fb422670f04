/** How does a workspace go, piece by piece, so that nobody waits for it? */

import { and, asc, count, eq, gt, inArray, isNull, lte } from 'drizzle-orm';

import type { Db, Tx } from '../database';
import { purgeAgents } from './agent-places';

/** Returns false, and changes nothing, when it is going to be deleted already. */
export async function askDeletion(
  { q, t }: Tx,
  { workspaceId, userId, dueAt, now }: { workspaceId: string; userId: string; dueAt: number; now: number },
): Promise<boolean> {
  const asked = await q
    .update(t.workspaces)
    .set({ deletionDueAt: dueAt, deletionAskedBy: userId, updatedAt: now })
    .where(and(eq(t.workspaces.id, workspaceId), isNull(t.workspaces.deletionDueAt)))
    .returning({ id: t.workspaces.id });
  return asked.length > 0;
}

/** Returns false, and changes nothing, when it is not going to be deleted, or its time has come. */
export async function callOffDeletion(
  { q, t }: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<boolean> {
  const kept = await q
    .update(t.workspaces)
    .set({ deletionDueAt: null, deletionAskedBy: null, updatedAt: now })
    .where(and(eq(t.workspaces.id, workspaceId), gt(t.workspaces.deletionDueAt, now)))
    .returning({ id: t.workspaces.id });
  return kept.length > 0;
}

export interface DueWorkspace {
  workspaceId: string;
  slug: string;
  name: string;
  askedBy: string | null;
}

/** Returns the workspaces whose time has come. */
export async function listDueWorkspaces({ q, t }: Db, { now }: { now: number }): Promise<DueWorkspace[]> {
  return await q
    .select({
      workspaceId: t.workspaces.id,
      slug: t.workspaces.slug,
      name: t.workspaces.name,
      askedBy: t.workspaces.deletionAskedBy,
    })
    .from(t.workspaces)
    .where(lte(t.workspaces.deletionDueAt, now))
    .orderBy(asc(t.workspaces.deletionDueAt));
}

/** How many agents a workspace has, in the bin or not. */
export async function countAllAgents(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<number> {
  const [row] = await q
    .select({ total: count() })
    .from(t.agents)
    .where(eq(t.agents.workspaceId, workspaceId));
  return row?.total ?? 0;
}

/** Agents go with all their versions, other rows alone. */
const AGENTS_AT_ONCE = 20;
const ROWS_AT_ONCE = 500;

/**
 * Takes some rows of a workspace whose time has come away; true while there are more. The last that goes is the
 * workspace itself: whoever is interrupted goes on from what is left.
 */
export async function deleteSomeOf(
  tx: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  const [due] = await q
    .select({ id: t.workspaces.id })
    .from(t.workspaces)
    .where(and(eq(t.workspaces.id, workspaceId), lte(t.workspaces.deletionDueAt, now)));
  if (!due) return false;
  if (await deleteSomeAgents(tx, { workspaceId, now })) return true;
  if (await deleteSomeRows(tx, workspaceId)) return true;
  await q.delete(t.workspaces).where(eq(t.workspaces.id, workspaceId));
  return false;
}

async function deleteSomeAgents(
  tx: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  const rows = await q
    .select({ id: t.agents.id })
    .from(t.agents)
    .where(eq(t.agents.workspaceId, workspaceId))
    .limit(AGENTS_AT_ONCE);
  if (rows.length === 0) return false;
  const agentIds = rows.map(({ id }) => id);
  // Only from the bin does an agent go.
  await q
    .update(t.agents)
    .set({ deletedAt: now })
    .where(
      and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, agentIds), isNull(t.agents.deletedAt)),
    );
  await purgeAgents(tx, { workspaceId, agentIds });
  return true;
}

/** The tables that may be long without agents; what else there is goes with the workspace. */
async function deleteSomeRows({ q, t }: Tx, workspaceId: string): Promise<boolean> {
  for (const table of [t.templates, t.merges, t.bulkChanges, t.notifications, t.proposals, t.invitations]) {
    const rows = await q
      .select({ id: table.id })
      .from(table)
      .where(eq(table.workspaceId, workspaceId))
      .limit(ROWS_AT_ONCE);
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id);
    await q.delete(table).where(and(eq(table.workspaceId, workspaceId), inArray(table.id, ids)));
    return true;
  }
  const texts = await q
    .select({ sha256: t.texts.sha256 })
    .from(t.texts)
    .where(eq(t.texts.workspaceId, workspaceId))
    .limit(ROWS_AT_ONCE);
  if (texts.length === 0) return false;
  const shas = texts.map(({ sha256 }) => sha256);
  await q.delete(t.texts).where(and(eq(t.texts.workspaceId, workspaceId), inArray(t.texts.sha256, shas)));
  return true;
}

/** How does a workspace go, piece by piece, so that nobody waits for it? */

import { and, asc, type Column, count, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';

import type { Db, Tx } from '../database';

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

/** Agents that go at once, with what little is theirs by then. */
const AGENTS_AT_ONCE = 5;

/** The tables whose rows go before the agents, and how many at once: of those that are long only a few. */
const BEFORE_AGENTS = ({ t }: Db) => [
  { table: t.liveUpdates, key: [t.liveUpdates.agentId, t.liveUpdates.sequence], atOnce: 200 },
  { table: t.liveDocuments, key: [t.liveDocuments.agentId], atOnce: 20 },
  { table: t.comments, key: [t.comments.id], atOnce: 200 },
  { table: t.commentThreads, key: [t.commentThreads.id], atOnce: 200 },
  { table: t.reviews, key: [t.reviews.id], atOnce: 200 },
  { table: t.proposalAgents, key: [t.proposalAgents.proposalId, t.proposalAgents.agentId], atOnce: 200 },
  { table: t.proposals, key: [t.proposals.id], atOnce: 100 },
  { table: t.labelMoves, key: [t.labelMoves.id], atOnce: 200 },
  {
    table: t.distinctPairs,
    key: [t.distinctPairs.workspaceId, t.distinctPairs.agentA, t.distinctPairs.agentB],
    atOnce: 200,
  },
  { table: t.versions, key: [t.versions.id], atOnce: 100 },
];
/** And those whose rows go after them; what else there is goes with the workspace. */
const AFTER_AGENTS = ({ t }: Db) => [
  { table: t.templates, key: [t.templates.id], atOnce: 100 },
  { table: t.merges, key: [t.merges.id], atOnce: 10 },
  { table: t.bulkChanges, key: [t.bulkChanges.id], atOnce: 10 },
  { table: t.notifications, key: [t.notifications.id], atOnce: 200 },
  { table: t.invitations, key: [t.invitations.id], atOnce: 200 },
  { table: t.texts, key: [t.texts.workspaceId, t.texts.sha256], atOnce: 20 },
];

interface Rows {
  table: { workspaceId: Column };
  key: Column[];
  atOnce: number;
}

/** `more`: there is more to take away; `gone`: this was the last; `kept`: it is not to be deleted, or somebody else has. */
export type Deleted = 'more' | 'gone' | 'kept';

/**
 * Takes rows of a workspace whose time has come away, a few at a time and for as long as `goesOn` says so. The last
 * that goes is the workspace itself: whoever is interrupted goes on from what is left.
 */
export async function deleteSomeOf(
  tx: Tx,
  { workspaceId, now, goesOn }: { workspaceId: string; now: number; goesOn: () => boolean },
): Promise<Deleted> {
  const { engine, q, t } = tx;
  const due = and(eq(t.workspaces.id, workspaceId), lte(t.workspaces.deletionDueAt, now));
  const found = q.select({ id: t.workspaces.id }).from(t.workspaces).where(due);
  // Of two processes one waits here, instead of each for rows of the other.
  if ((await (engine === 'postgres' ? found.for('update') : found)).length === 0) return 'kept';
  const steps = [
    ...BEFORE_AGENTS(tx).map((rows) => () => deleteSomeRows(tx, workspaceId, rows)),
    () => deleteSomeAgents(tx, { workspaceId, now }),
    ...AFTER_AGENTS(tx).map((rows) => () => deleteSomeRows(tx, workspaceId, rows)),
  ];
  for (const step of steps) {
    while (await step()) if (!goesOn()) return 'more';
  }
  await q.delete(t.workspaces).where(due);
  return 'gone';
}

/** Returns whether there were any. */
async function deleteSomeRows({ q }: Tx, workspaceId: string, rows: Rows): Promise<boolean> {
  // The builder's types know one table at a time, and all of these have a workspace.
  const table = rows.table as unknown as Tx['t']['agents'];
  const [first] = rows.key;
  if (!first) return false;
  const key = sql.join(rows.key, sql`, `);
  const some = q
    .select(Object.fromEntries(rows.key.map((column) => [column.name, column])) as { id: typeof table.id })
    .from(table)
    .where(eq(table.workspaceId, workspaceId))
    .limit(rows.atOnce);
  const gone = await q
    .delete(table)
    .where(and(eq(table.workspaceId, workspaceId), sql`(${key}) in ${some}`))
    .returning({ key: first as typeof table.id });
  return gone.length > 0;
}

async function deleteSomeAgents(
  { q, t }: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<boolean> {
  const rows = await q
    .select({ id: t.agents.id })
    .from(t.agents)
    .where(eq(t.agents.workspaceId, workspaceId))
    .limit(AGENTS_AT_ONCE);
  if (rows.length === 0) return false;
  const ids = rows.map(({ id }) => id);
  const which = and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids));
  // Only from the bin does an agent go.
  await q
    .update(t.agents)
    .set({ deletedAt: now })
    .where(and(which, isNull(t.agents.deletedAt)));
  await q.delete(t.agents).where(which);
  return true;
}

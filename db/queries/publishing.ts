/** What is published, what could be, and by which policy? */

import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';

import type { PublishingPolicy } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import { isInUse } from './in-use';

/** Sets the policy. It waits for whoever publishes, since both touch the workspace. */
export async function setPublishing(
  { q, t }: Tx,
  { workspaceId, policy, now }: { workspaceId: string; policy: PublishingPolicy; now: number },
): Promise<void> {
  await q
    .update(t.workspaces)
    .set({ publishing: policy, updatedAt: now })
    .where(eq(t.workspaces.id, workspaceId));
}

/**
 * Touches the workspace: neither its policy nor anybody's role changes before the transaction ends, since those
 * changes touch it, too.
 */
export async function lockWorkspace(
  { q, t }: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<void> {
  await q.update(t.workspaces).set({ updatedAt: now }).where(eq(t.workspaces.id, workspaceId));
}

/** Where a label of many agents stands: version ids by agent. All agents when none are named. */
export async function listLabelled(
  { q, t }: Db,
  { workspaceId, name, agentIds }: { workspaceId: string; name: string; agentIds?: readonly string[] },
): Promise<Map<string, string>> {
  const { labels } = t;
  const found = new Map<string, string>();
  const of = and(eq(labels.workspaceId, workspaceId), eq(labels.name, name));
  const select = { agentId: labels.agentId, versionId: labels.versionId };
  for (const ids of agentIds ? inBatches(agentIds) : [null]) {
    const rows = await q
      .select(select)
      .from(labels)
      .where(ids ? and(of, inArray(labels.agentId, ids)) : of);
    for (const { agentId, versionId } of rows) found.set(agentId, versionId);
  }
  return found;
}

/** Which proposal moved a label of these agents last; null where nobody's did, nothing where it never moved. */
export async function listPublishedBy(
  { q, t }: Db,
  { workspaceId, name, agentIds }: { workspaceId: string; name: string; agentIds: readonly string[] },
): Promise<Map<string, string | null>> {
  const { labelMoves: moves } = t;
  const found = new Map<string, string | null>();
  for (const ids of inBatches(agentIds)) {
    const rows = await q
      .select({ agentId: moves.agentId, proposalId: moves.proposalId })
      .from(moves)
      .where(and(eq(moves.workspaceId, workspaceId), eq(moves.name, name), inArray(moves.agentId, ids)))
      .orderBy(asc(moves.movedAt), asc(moves.id));
    for (const { agentId, proposalId } of rows) found.set(agentId, proposalId);
  }
  return found;
}

/** Returns the heads of the agents in use, by the titles of the agents: of all, or of those that are not published. */
export async function listPublishable(
  { q, t }: Db,
  of: { workspaceId: string; unlike?: string; limit?: number },
): Promise<{ agentId: string; title: string; versionId: string; labelled: string | null }[]> {
  const { agents, labels } = t;
  const label = and(eq(labels.agentId, agents.id), eq(labels.name, of.unlike ?? ''));
  const query = q
    .select({
      agentId: agents.id,
      title: agents.title,
      versionId: agents.currentVersionId,
      labelled: labels.versionId,
    })
    .from(agents)
    .leftJoin(labels, label)
    .where(
      and(
        eq(agents.workspaceId, of.workspaceId),
        isInUse(agents),
        of.unlike === undefined
          ? undefined
          : or(isNull(labels.versionId), ne(labels.versionId, agents.currentVersionId)),
      ),
    )
    .orderBy(asc(agents.sortKey), asc(agents.id));
  return await (of.limit === undefined ? query : query.limit(of.limit));
}

/** Puts a label where none of its name stands; returns how many it put. One who asks puts thousands at once. */
export async function putLabels(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    name: string;
    marks: readonly { agentId: string; versionId: string }[];
    userId: string;
    now: number;
  },
): Promise<number> {
  const { workspaceId, name, marks, userId, now } = input;
  const made = { workspaceId, name, movedAt: now, movedBy: userId };
  let put = 0;
  for (const some of inBatches(marks, 100)) {
    const rows = some.map(({ agentId, versionId }) => ({ ...made, agentId, versionId }));
    const fresh = await q
      .insert(t.labels)
      .values(rows)
      .onConflictDoNothing()
      .returning({ agentId: t.labels.agentId, versionId: t.labels.versionId });
    if (fresh.length === 0) continue;
    put += fresh.length;
    const moves = fresh.map(({ agentId, versionId }) => ({
      ...{ ...made, id: newId(now), agentId, proposalId: null },
      ...{ fromVersionId: null, toVersionId: versionId },
    }));
    await q.insert(t.labelMoves).values(moves);
  }
  return put;
}

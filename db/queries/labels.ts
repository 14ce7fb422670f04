/** Which version of an agent carries which label, and how did it come there? */

import { and, asc, count, desc, eq, inArray, type SQL } from 'drizzle-orm';

import type { LabelMark, LabelMove } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';

interface AgentKey {
  workspaceId: string;
  agentId: string;
}

/** Returns where the labels of an agent stand, in the order of their names. */
export async function listLabels(db: Db, { workspaceId, agentId }: AgentKey): Promise<LabelMark[]> {
  return marks(db, { workspaceId, agentId });
}

/** Returns where one label of an agent stands; null where it carries none of this name. */
export async function getLabel(
  db: Db,
  { workspaceId, agentId, name }: AgentKey & { name: string },
): Promise<LabelMark | null> {
  const [mark] = await marks(db, { workspaceId, agentId }, eq(db.t.labels.name, name));
  return mark ?? null;
}

function marks({ q, t }: Db, { workspaceId, agentId }: AgentKey, which?: SQL) {
  return q
    .select({
      name: t.labels.name,
      versionId: t.labels.versionId,
      number: t.versions.number,
      movedAt: t.labels.movedAt,
      movedBy: t.users.name,
    })
    .from(t.labels)
    .innerJoin(t.versions, eq(t.versions.id, t.labels.versionId))
    .innerJoin(t.users, eq(t.users.id, t.labels.movedBy))
    .where(and(eq(t.labels.workspaceId, workspaceId), eq(t.labels.agentId, agentId), which))
    .orderBy(asc(t.labels.name));
}

export async function countLabels({ q, t }: Db, { workspaceId, agentId }: AgentKey): Promise<number> {
  const [row] = await q
    .select({ labels: count() })
    .from(t.labels)
    .where(and(eq(t.labels.workspaceId, workspaceId), eq(t.labels.agentId, agentId)));
  return row?.labels ?? 0;
}

export interface MoveLabel extends AgentKey {
  name: string;
  /** Where to; null takes the label away. */
  versionId: string | null;
  userId: string;
  proposalId?: string | null;
  now: number;
}

/**
 * Moves a label, and tells of it among the moves. Returns where it was before, null where it was nowhere; `moved` is false,
 * and nothing written, when it is there already. The version has to be one of the agent: whoever calls has looked.
 */
export async function moveLabel(
  { engine, q, t }: Tx,
  input: MoveLabel,
): Promise<{ moved: boolean; fromVersionId: string | null }> {
  const { workspaceId, agentId, name, versionId, userId, now, proposalId = null } = input;
  const which = and(
    eq(t.labels.workspaceId, workspaceId),
    eq(t.labels.agentId, agentId),
    eq(t.labels.name, name),
  );
  // Two who move labels of one agent at once wait for each other, so that each move begins where the former ended.
  if (engine === 'postgres') {
    const agent = and(eq(t.agents.workspaceId, workspaceId), eq(t.agents.id, agentId));
    await q.select({ id: t.agents.id }).from(t.agents).where(agent).for('update');
  }
  const [present] = await q.select({ versionId: t.labels.versionId }).from(t.labels).where(which);
  const fromVersionId = present?.versionId ?? null;
  if (fromVersionId === versionId) return { moved: false, fromVersionId };
  const stands = { versionId: versionId ?? '', movedAt: now, movedBy: userId };
  if (versionId === null) await q.delete(t.labels).where(which);
  else if (present) await q.update(t.labels).set(stands).where(which);
  else await q.insert(t.labels).values({ workspaceId, agentId, name, ...stands });
  await q.insert(t.labelMoves).values({
    ...{ id: newId(now), workspaceId, agentId, name, fromVersionId, toVersionId: versionId },
    ...{ proposalId, movedAt: now, movedBy: userId },
  });
  return { moved: true, fromVersionId };
}

/** Returns the moves of an agent's labels, the newest first. */
export async function listLabelMoves(
  { q, t }: Db,
  { workspaceId, agentId, limit }: AgentKey & { limit: number },
): Promise<LabelMove[]> {
  const rows = await q
    .select({
      id: t.labelMoves.id,
      name: t.labelMoves.name,
      fromId: t.labelMoves.fromVersionId,
      toId: t.labelMoves.toVersionId,
      movedAt: t.labelMoves.movedAt,
      movedBy: t.users.name,
      proposalId: t.labelMoves.proposalId,
    })
    .from(t.labelMoves)
    .innerJoin(t.users, eq(t.users.id, t.labelMoves.movedBy))
    .where(and(eq(t.labelMoves.workspaceId, workspaceId), eq(t.labelMoves.agentId, agentId)))
    .orderBy(desc(t.labelMoves.movedAt), desc(t.labelMoves.id))
    .limit(limit);
  const ids = [...new Set(rows.flatMap(({ fromId, toId }) => [fromId ?? [], toId ?? []].flat()))];
  const numberOf = new Map<string, number>();
  for (const some of inBatches(ids)) {
    const found = await q
      .select({ id: t.versions.id, number: t.versions.number })
      .from(t.versions)
      .where(and(eq(t.versions.workspaceId, workspaceId), inArray(t.versions.id, some)));
    for (const { id, number } of found) numberOf.set(id, number);
  }
  return rows.map(({ fromId, toId, ...move }) => ({
    ...move,
    from: numberOf.get(fromId ?? '') ?? null,
    to: numberOf.get(toId ?? '') ?? null,
  }));
}

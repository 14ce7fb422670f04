/** What is being written together in an agent, and who writes it? Every update is a row before anybody is told of it. */

import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';

import type { Role } from '@/lib/policy';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';

interface AgentKey {
  workspaceId: string;
  agentId: string;
}

export interface LiveDocument {
  /** Which seed it is; what was written into another one is not of this document. */
  generation: string;
  baseVersionId: string;
  /** The document up to `stateSequence`. */
  state: Uint8Array;
  stateSequence: number;
  /** The number of the newest update. */
  sequence: number;
  /** User ids of those who wrote since the base version. */
  typists: string[];
}

export interface LiveUpdate {
  sequence: number;
  userId: string;
  update: Uint8Array;
}

/** Returns what is written together in the agent, or null when nothing was yet. */
export async function getLiveDocument(
  { q, t }: Db,
  { workspaceId, agentId }: AgentKey,
): Promise<LiveDocument | null> {
  const [row] = await q
    .select({
      generation: t.liveDocuments.generation,
      baseVersionId: t.liveDocuments.baseVersionId,
      state: t.liveDocuments.state,
      stateSequence: t.liveDocuments.stateSequence,
      sequence: t.liveDocuments.sequence,
      typists: t.liveDocuments.typists,
    })
    .from(t.liveDocuments)
    .where(and(eq(t.liveDocuments.workspaceId, workspaceId), eq(t.liveDocuments.agentId, agentId)));
  return row ? { ...row, state: plain(row.state) } : null;
}

/** Returns the updates behind `after`, in their order. */
export async function listLiveUpdates(
  { q, t }: Db,
  { workspaceId, agentId, after }: AgentKey & { after: number },
): Promise<LiveUpdate[]> {
  const { liveUpdates } = t;
  const rows = await q
    .select({
      sequence: liveUpdates.sequence,
      userId: liveUpdates.userId,
      update: liveUpdates.update,
    })
    .from(liveUpdates)
    .where(
      and(
        eq(liveUpdates.workspaceId, workspaceId),
        eq(liveUpdates.agentId, agentId),
        gt(liveUpdates.sequence, after),
      ),
    )
    .orderBy(asc(liveUpdates.sequence));
  return rows.map((row) => ({ ...row, update: plain(row.update) }));
}

/** A driver's buffer may be a view of memory that it uses for other rows. */
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** Keeps the document of a seed, unless somebody was faster. */
export async function createLiveDocument(
  { q, t }: Tx,
  input: AgentKey & { generation: string; baseVersionId: string; state: Uint8Array; now: number },
): Promise<void> {
  const { workspaceId, agentId, generation, baseVersionId, state, now } = input;
  await q
    .insert(t.liveDocuments)
    .values({
      agentId,
      workspaceId,
      generation,
      baseVersionId,
      state,
      stateSequence: 0,
      sequence: 0,
      typists: [],
      updatedAt: now,
    })
    .onConflictDoNothing();
}

/**
 * Keeps updates of the document of this generation and returns the number of the last; null, with nothing kept, when
 * the agent has no such document.
 */
export async function appendLiveUpdates(
  { q, t }: Tx,
  input: AgentKey & {
    generation: string;
    updates: readonly { userId: string; update: Uint8Array }[];
    /** Whose work it is that is to be named with the next version. */
    typists: readonly string[];
    now: number;
  },
): Promise<number | null> {
  const { workspaceId, agentId, generation, updates, now } = input;
  const ofThis = and(
    eq(t.liveDocuments.workspaceId, workspaceId),
    eq(t.liveDocuments.agentId, agentId),
    eq(t.liveDocuments.generation, generation),
  );
  // Locks the row: whoever counts on at the same time waits.
  const [row] = await q
    .update(t.liveDocuments)
    .set({ updatedAt: now, sequence: sql`${t.liveDocuments.sequence} + ${updates.length}` })
    .where(ofThis)
    .returning({ sequence: t.liveDocuments.sequence, typists: t.liveDocuments.typists });
  if (!row) return null;
  const { sequence } = row;
  const typists = [...new Set([...row.typists, ...input.typists])];
  if (typists.length > row.typists.length) await q.update(t.liveDocuments).set({ typists }).where(ofThis);
  const rows = updates.map(({ userId, update }, at) => ({
    agentId,
    sequence: sequence - updates.length + 1 + at,
    workspaceId,
    userId,
    at: now,
    update,
  }));
  for (const some of inBatches(rows)) await q.insert(t.liveUpdates).values(some);
  return sequence;
}

/**
 * From now on the document stands on this version, whose text it holds as of `sequence`. Returns false, and changes
 * nothing, when it stands on another one than `from`.
 */
export async function moveLiveBase(
  { q, t }: Tx,
  input: AgentKey & { generation: string; from: string; to: string; sequence: number },
): Promise<boolean> {
  const { workspaceId, agentId, generation, from, to, sequence } = input;
  const ofThis = and(
    eq(t.liveDocuments.workspaceId, workspaceId),
    eq(t.liveDocuments.agentId, agentId),
    eq(t.liveDocuments.generation, generation),
  );
  const moved = await q
    .update(t.liveDocuments)
    .set({ baseVersionId: to })
    .where(and(ofThis, eq(t.liveDocuments.baseVersionId, from)))
    .returning({ sequence: t.liveDocuments.sequence });
  if (moved.length === 0) return false;
  // Who wrote since is named with the next version, too: rather once too often than never.
  await q
    .update(t.liveDocuments)
    .set({ typists: [] })
    .where(and(ofThis, eq(t.liveDocuments.sequence, sequence)));
  return true;
}

/**
 * Puts `state`, which is the document as of `sequence`, in place of the updates up to there. Returns false, and changes
 * nothing, when the document has gone on since, or is another one.
 */
export async function compactLiveDocument(
  { q, t }: Tx,
  input: AgentKey & { generation: string; sequence: number; state: Uint8Array },
): Promise<boolean> {
  const { workspaceId, agentId, generation, sequence, state } = input;
  const compacted = await q
    .update(t.liveDocuments)
    .set({ state, stateSequence: sequence })
    .where(
      and(
        eq(t.liveDocuments.workspaceId, workspaceId),
        eq(t.liveDocuments.agentId, agentId),
        eq(t.liveDocuments.generation, generation),
        eq(t.liveDocuments.sequence, sequence),
      ),
    )
    .returning({ agentId: t.liveDocuments.agentId });
  if (compacted.length === 0) return false;
  await q
    .delete(t.liveUpdates)
    .where(
      and(
        eq(t.liveUpdates.workspaceId, workspaceId),
        eq(t.liveUpdates.agentId, agentId),
        lte(t.liveUpdates.sequence, sequence),
      ),
    );
  return true;
}

/** How far an agent is, for whoever looks whether anything has happened. */
export interface LiveHead {
  agentId: string;
  headId: string;
  isInUse: boolean;
  /** Null while nothing was written together. */
  generation: string | null;
  baseVersionId: string | null;
  sequence: number | null;
  /** Whether somebody wrote something that is in no version yet. */
  isUnsaved: boolean;
}

/** Returns how far these agents are, in no order. */
export async function listLiveHeads(
  { q, t }: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<LiveHead[]> {
  const heads: LiveHead[] = [];
  for (const ids of inBatches(agentIds)) {
    const rows = await q
      .select({
        agentId: t.agents.id,
        headId: t.agents.currentVersionId,
        deletedAt: t.agents.deletedAt,
        archivedAt: t.agents.archivedAt,
        generation: t.liveDocuments.generation,
        baseVersionId: t.liveDocuments.baseVersionId,
        sequence: t.liveDocuments.sequence,
        typists: t.liveDocuments.typists,
      })
      .from(t.agents)
      .leftJoin(
        t.liveDocuments,
        and(eq(t.liveDocuments.agentId, t.agents.id), eq(t.liveDocuments.workspaceId, workspaceId)),
      )
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids)));
    for (const { deletedAt, archivedAt, typists, ...head } of rows) {
      const isInUse = deletedAt === null && archivedAt === null;
      heads.push({ ...head, isInUse, isUnsaved: (typists?.length ?? 0) > 0 });
    }
  }
  return heads;
}

/** Somebody who is in a workspace through this sign-in. */
export interface Seat {
  sessionId: string;
  role: Role;
}

/** Returns which of these sign-ins still are those of members of the workspace. */
export async function listSeats(
  { q, t }: Db,
  { workspaceId, sessionIds, now }: { workspaceId: string; sessionIds: readonly string[]; now: number },
): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const ids of inBatches(sessionIds)) {
    const rows = await q
      .select({ sessionId: t.sessions.id, role: t.memberships.role })
      .from(t.sessions)
      .innerJoin(
        t.memberships,
        and(eq(t.memberships.userId, t.sessions.userId), eq(t.memberships.workspaceId, workspaceId)),
      )
      .where(and(inArray(t.sessions.id, ids), gt(t.sessions.expiresAt, now)));
    seats.push(...rows);
  }
  return seats;
}

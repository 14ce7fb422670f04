/** Which agents did people call not duplicates? */

import { aliasedTable, and, desc, eq, or } from 'drizzle-orm';

import type { DismissedPair } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { isInUse } from './in-use';

export type AgentPair = readonly [string, string];

/** Returns the pairs whose two agents are in use, the last said first. */
export async function listDistinctPairs(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<DismissedPair[]> {
  const [a, b] = [aliasedTable(t.agents, 'a'), aliasedTable(t.agents, 'b')];
  return await q
    .select({
      a: { agentId: a.id, title: a.title },
      b: { agentId: b.id, title: b.title },
      by: t.users.name,
      at: t.distinctPairs.createdAt,
    })
    .from(t.distinctPairs)
    .innerJoin(a, eq(a.id, t.distinctPairs.agentA))
    .innerJoin(b, eq(b.id, t.distinctPairs.agentB))
    .innerJoin(t.users, eq(t.users.id, t.distinctPairs.createdBy))
    .where(and(eq(t.distinctPairs.workspaceId, workspaceId), isInUse(a), isInUse(b)))
    .orderBy(desc(t.distinctPairs.createdAt), desc(a.id), desc(b.id));
}

/** Returns who called this pair not duplicates, and when; null when nobody did. */
export async function getDistinctPair(
  { q, t }: Db,
  { workspaceId, pair }: { workspaceId: string; pair: AgentPair },
): Promise<{ by: string; at: number } | null> {
  const [row] = await q
    .select({ by: t.users.name, at: t.distinctPairs.createdAt })
    .from(t.distinctPairs)
    .innerJoin(t.users, eq(t.users.id, t.distinctPairs.createdBy))
    .where(and(eq(t.distinctPairs.workspaceId, workspaceId), isPair(t, pair)));
  return row ?? null;
}

/** Remembers the pairs; returns how many of them nobody had named before. */
export async function addDistinctPairs(
  { q, t }: Tx,
  input: { workspaceId: string; pairs: readonly AgentPair[]; userId: string; now: number },
): Promise<number> {
  const { workspaceId, userId: createdBy, now: createdAt } = input;
  const rows = distinct(input.pairs).map(([agentA, agentB]) => ({
    ...{ workspaceId, agentA, agentB, createdAt, createdBy },
  }));
  let added = 0;
  for (const batch of inBatches(rows, 100)) {
    const some = await q
      .insert(t.distinctPairs)
      .values(batch)
      .onConflictDoNothing()
      .returning({ a: t.distinctPairs.agentA });
    added += some.length;
  }
  return added;
}

/** Forgets the pairs; returns how many of them were remembered. */
export async function removeDistinctPairs(
  { q, t }: Tx,
  { workspaceId, pairs }: { workspaceId: string; pairs: readonly AgentPair[] },
): Promise<number> {
  let removed = 0;
  for (const batch of inBatches(distinct(pairs), 100)) {
    const some = await q
      .delete(t.distinctPairs)
      .where(and(eq(t.distinctPairs.workspaceId, workspaceId), or(...batch.map((pair) => isPair(t, pair)))))
      .returning({ a: t.distinctPairs.agentA });
    removed += some.length;
  }
  return removed;
}

function isPair(t: Db['t'], pair: AgentPair) {
  const [a, b] = inOrder(pair);
  return and(eq(t.distinctPairs.agentA, a), eq(t.distinctPairs.agentB, b));
}

const inOrder = ([a, b]: AgentPair): [string, string] => (a < b ? [a, b] : [b, a]);

/** Each pair once, in one order, so that two such changes wait for each other instead of locking up. */
function distinct(pairs: readonly AgentPair[]): [string, string][] {
  const byKey = new Map(pairs.map((pair) => [inOrder(pair).join(' '), inOrder(pair)]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

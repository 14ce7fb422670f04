/** Which tags do agents carry, and how are they changed? */

import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';

import { inBatches, inTurns } from '../batches';
import type { Db, Tx } from '../database';

interface OfAgents {
  workspaceId: string;
  agentIds: readonly string[];
}

/** Returns the tags of each of these agents that has some, in their order. */
export async function listTags(
  { q, t }: Db,
  { workspaceId, agentIds }: OfAgents,
): Promise<Map<string, string[]>> {
  const tags = new Map<string, string[]>();
  for (const ids of inBatches(agentIds)) {
    const rows = await q
      .select({ agentId: t.agentTags.agentId, tag: t.agentTags.tag })
      .from(t.agentTags)
      .where(and(eq(t.agentTags.workspaceId, workspaceId), inArray(t.agentTags.agentId, ids)))
      .orderBy(asc(t.agentTags.tag));
    for (const { agentId, tag } of rows) tags.set(agentId, [...(tags.get(agentId) ?? []), tag]);
  }
  return tags;
}

/** Gives these agents of the workspace a tag; returns the ids of those that did not have it. */
export async function addTag(
  { q, t }: Tx,
  { workspaceId, agentIds, tag }: OfAgents & { tag: string },
): Promise<string[]> {
  const changed: string[] = [];
  for await (const ids of inTurns([...new Set(agentIds)].sort())) {
    const rows = await q
      .insert(t.agentTags)
      .values(ids.map((agentId) => ({ workspaceId, agentId, tag })))
      .onConflictDoNothing()
      .returning({ agentId: t.agentTags.agentId });
    changed.push(...rows.map(({ agentId }) => agentId));
  }
  return changed;
}

/** Takes a tag from these agents; returns the ids of those that had it. */
export async function removeTag(
  { q, t }: Tx,
  { workspaceId, agentIds, tag }: OfAgents & { tag: string },
): Promise<string[]> {
  const changed: string[] = [];
  for await (const ids of inTurns([...new Set(agentIds)].sort())) {
    const rows = await q
      .delete(t.agentTags)
      .where(
        and(
          eq(t.agentTags.workspaceId, workspaceId),
          eq(t.agentTags.tag, tag),
          inArray(t.agentTags.agentId, ids),
        ),
      )
      .returning({ agentId: t.agentTags.agentId });
    changed.push(...rows.map(({ agentId }) => agentId));
  }
  return changed;
}

/** Returns how many of these agents carry more than `most` tags. */
export async function countOverTagged(
  { q, t }: Db,
  { workspaceId, agentIds, most }: OfAgents & { most: number },
): Promise<number> {
  let over = 0;
  for await (const ids of inTurns(agentIds)) {
    const rows = await q
      .select({ agentId: t.agentTags.agentId })
      .from(t.agentTags)
      .where(and(eq(t.agentTags.workspaceId, workspaceId), inArray(t.agentTags.agentId, ids)))
      .groupBy(t.agentTags.agentId)
      .having(gt(count(), most));
    over += rows.length;
  }
  return over;
}

/** What does a workspace hold, row by row? For whoever takes all of it along; a few rows are in memory at a time. */

import { and, asc, eq, inArray } from 'drizzle-orm';

import { inBatches, inTurns } from '../batches';
import type { Db } from '../database';

/** Rows that are read at once: decisions and proposals may be long. */
const AT_ONCE = 50;

/** The tables whose rows have an id, by what a file of them is called. */
const BY_ID = ({ t }: Db) =>
  ({
    merges: t.merges,
    'changes-of-many': t.bulkChanges,
    'label-moves': t.labelMoves,
    'comment-threads': t.commentThreads,
    comments: t.comments,
    proposals: t.proposals,
    reviews: t.reviews,
  }) as const;

/** The tables of few or short rows. */
const WHOLE = ({ t }: Db) =>
  ({
    labels: t.labels,
    tags: t.agentTags,
    'not-duplicates': t.distinctPairs,
    'proposal-agents': t.proposalAgents,
    'review-requests': t.reviewRequests,
  }) as const;

/** The names of the tables that are taken along as they are. */
export const listRowKinds = (db: Db): string[] => [...Object.keys(BY_ID(db)), ...Object.keys(WHOLE(db))];

/** Yields the rows of one of them, in batches. */
export async function* streamRows(
  db: Db,
  { workspaceId, kind }: { workspaceId: string; kind: string },
): AsyncGenerator<Record<string, unknown>[]> {
  const { q } = db;
  const whole = Object.entries(WHOLE(db)).find(([name]) => name === kind)?.[1];
  if (whole) {
    yield await q.select().from(whole).where(eq(whole.workspaceId, workspaceId));
    return;
  }
  const table = Object.entries(BY_ID(db)).find(([name]) => name === kind)?.[1];
  if (!table) throw new Error(`no rows are called ${kind}`);
  const ids = await q
    .select({ id: table.id })
    .from(table)
    .where(eq(table.workspaceId, workspaceId))
    .orderBy(asc(table.id));
  for (const some of inBatches(ids, AT_ONCE)) {
    yield await q
      .select()
      .from(table)
      .where(
        and(
          eq(table.workspaceId, workspaceId),
          inArray(
            table.id,
            some.map(({ id }) => id),
          ),
        ),
      )
      .orderBy(asc(table.id));
  }
}

/** Returns all agents, in use, archived and in the bin, without what was read out of their texts. */
export async function listWholeAgents({ q, t }: Db, { workspaceId }: { workspaceId: string }) {
  return await q
    .select({
      id: t.agents.id,
      title: t.agents.title,
      fileName: t.agents.fileName,
      originPath: t.agents.originPath,
      currentVersionId: t.agents.currentVersionId,
      createdAt: t.agents.createdAt,
      createdBy: t.agents.createdBy,
      updatedAt: t.agents.updatedAt,
      updatedBy: t.agents.updatedBy,
      archivedAt: t.agents.archivedAt,
      deletedAt: t.agents.deletedAt,
      mergedInto: t.agents.mergedInto,
      textSha: t.versions.textSha,
    })
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .where(eq(t.agents.workspaceId, workspaceId))
    .orderBy(asc(t.agents.id));
}

/** Yields the versions of these agents, agent by agent and from the first one on, in batches. */
export async function* streamWholeVersions(
  { q, t }: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
) {
  for (const ids of inBatches(agentIds, AT_ONCE)) {
    const rows = await q
      .select()
      .from(t.versions)
      .where(and(eq(t.versions.workspaceId, workspaceId), inArray(t.versions.agentId, ids)))
      .orderBy(asc(t.versions.agentId), asc(t.versions.number));
    yield* inTurns(rows);
  }
}

/** Returns who has saved a version in a workspace, in it still or not. */
export async function listWriters(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ userId: string; name: string }[]> {
  return await q
    .selectDistinct({ userId: t.users.id, name: t.users.name })
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .where(eq(t.versions.workspaceId, workspaceId));
}

/** Returns the templates of a workspace, with the hashes of what they say. */
export async function listWholeTemplates({ q, t }: Db, { workspaceId }: { workspaceId: string }) {
  return await q
    .select()
    .from(t.templates)
    .where(eq(t.templates.workspaceId, workspaceId))
    .orderBy(asc(t.templates.id));
}

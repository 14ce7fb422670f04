/** What has a person done and written, in all workspaces? For whoever takes their data along; in small steps. */

import { setImmediate } from 'node:timers/promises';

import { and, asc, eq, gt, inArray } from 'drizzle-orm';

import { inBatches } from '../batches';
import type { Db } from '../database';

/** Rows that are looked at by one query, and of the person's own so many are read at once. */
const LOOKED_AT = 5_000;
const READ = 50;

/** The tables in which a person is the author of rows, by what a file of them is called. */
const OWN = ({ t }: Db) =>
  ({
    versions: { table: t.versions, owner: t.versions.createdBy },
    comments: { table: t.comments, owner: t.comments.createdBy },
    'comment-threads': { table: t.commentThreads, owner: t.commentThreads.createdBy },
    reviews: { table: t.reviews, owner: t.reviews.createdBy },
    proposals: { table: t.proposals, owner: t.proposals.createdBy },
    merges: { table: t.merges, owner: t.merges.createdBy },
    templates: { table: t.templates, owner: t.templates.createdBy },
    notifications: { table: t.notifications, owner: t.notifications.userId },
    audit: { table: t.auditEvents, owner: t.auditEvents.actorId },
  }) as const;

export type OwnKind = keyof ReturnType<typeof OWN>;

/** A row of a person's own; what else it has depends on its kind. */
export interface OwnRow {
  id: string;
  workspaceId: string | null;
  [column: string]: unknown;
}

/**
 * Yields the rows of one kind whose author a person is, the oldest first. There is no index by author over all
 * workspaces: the table is walked by its key, a bounded stretch at a time, so that nobody else waits.
 */
export async function* streamOwnRows(
  db: Db,
  { userId, kind }: { userId: string; kind: OwnKind },
): AsyncGenerator<OwnRow[]> {
  const { q } = db;
  // The builder's types know one table at a time, and all of these have an id, a workspace and an author.
  const { table, owner } = OWN(db)[kind] as ReturnType<typeof OWN>['versions'];
  for (let after = ''; ; ) {
    const stretch = await q
      .select({ id: table.id, owner })
      .from(table)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(LOOKED_AT);
    const last = stretch.at(-1);
    if (!last) return;
    const mine = stretch.filter((row) => row.owner === userId).map(({ id }) => id);
    for (const ids of inBatches(mine, READ)) {
      yield await q
        .select()
        .from(table)
        .where(and(eq(owner, userId), inArray(table.id, ids)))
        .orderBy(asc(table.id));
    }
    after = last.id;
    await setImmediate();
  }
}

/** Returns in which workspaces a person is, as what, and since when. */
export async function listMembershipsOf(
  { q, t }: Db,
  { userId }: { userId: string },
): Promise<{ workspaceId: string; slug: string; name: string; role: string; joinedAt: number }[]> {
  return await q
    .select({
      workspaceId: t.workspaces.id,
      slug: t.workspaces.slug,
      name: t.workspaces.name,
      role: t.memberships.role,
      joinedAt: t.memberships.createdAt,
    })
    .from(t.memberships)
    .innerJoin(t.workspaces, eq(t.workspaces.id, t.memberships.workspaceId))
    .where(eq(t.memberships.userId, userId))
    .orderBy(asc(t.memberships.createdAt), asc(t.workspaces.id));
}

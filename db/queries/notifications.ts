/** What has somebody not read yet that concerns them? */

import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm';

import type { NotificationKind, NotificationRow } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';

interface OfPerson {
  workspaceId: string;
  userId: string;
}

export interface NewNotification {
  userId: string;
  kind: NotificationKind;
  agentId: string | null;
  subjectId: string | null;
  summary: string;
}

/**
 * Tells each person once, the first of what concerns them; the one who caused it is not told, nor who is no member.
 * Returns whom it told.
 */
export async function addNotifications(
  { q, t }: Tx,
  {
    workspaceId,
    actorId,
    now,
    items,
  }: {
    workspaceId: string;
    actorId: string;
    now: number;
    items: readonly NewNotification[];
  },
): Promise<string[]> {
  const first = new Map<string, NewNotification>();
  for (const item of items) {
    if (item.userId !== actorId && !first.has(item.userId)) first.set(item.userId, item);
  }
  const told: string[] = [];
  for (const userIds of inBatches([...first.keys()])) {
    const members = await q
      .select({ userId: t.memberships.userId })
      .from(t.memberships)
      .where(and(eq(t.memberships.workspaceId, workspaceId), inArray(t.memberships.userId, userIds)));
    const rows = members.flatMap(({ userId }) => first.get(userId) ?? []);
    if (rows.length === 0) continue;
    const made = { workspaceId, actorId, createdAt: now, readAt: null, unmailedSince: now };
    await q.insert(t.notifications).values(rows.map((row) => ({ id: newId(now), ...row, ...made })));
    told.push(...rows.map(({ userId }) => userId));
  }
  return told;
}

/** Returns one page of a person's notifications, the newest first. */
export async function listNotifications(
  { q, t }: Db,
  page: OfPerson & {
    ids?: readonly string[];
    unread?: boolean | undefined;
    kinds?: readonly NotificationKind[] | undefined;
    offset: number;
    limit: number;
  },
): Promise<NotificationRow[]> {
  const { notifications: n } = t;
  return await q
    .select({
      id: n.id,
      kind: n.kind,
      by: t.users.name,
      agentId: n.agentId,
      subjectId: n.subjectId,
      summary: n.summary,
      at: n.createdAt,
      readAt: n.readAt,
    })
    .from(n)
    .leftJoin(t.users, eq(t.users.id, n.actorId))
    .where(
      and(
        eq(n.workspaceId, page.workspaceId),
        eq(n.userId, page.userId),
        page.ids ? inArray(n.id, [...page.ids]) : undefined,
        page.unread ? isNull(n.readAt) : undefined,
        page.kinds ? inArray(n.kind, [...page.kinds]) : undefined,
      ),
    )
    .orderBy(desc(n.createdAt), desc(n.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** How many notifications of a person are unread. */
export async function countUnread({ q, t }: Db, { workspaceId, userId }: OfPerson): Promise<number> {
  const { notifications: n } = t;
  const [row] = await q
    .select({ total: count() })
    .from(n)
    .where(and(eq(n.workspaceId, workspaceId), eq(n.userId, userId), isNull(n.readAt)));
  return row?.total ?? 0;
}

/** Says whether all of these are notifications of the person. */
export async function areNotificationsOf(
  { q, t }: Db,
  { workspaceId, userId, ids }: OfPerson & { ids: readonly string[] },
): Promise<boolean> {
  const { notifications: n } = t;
  const [row] = await q
    .select({ total: count() })
    .from(n)
    .where(and(eq(n.workspaceId, workspaceId), eq(n.userId, userId), inArray(n.id, [...ids])));
  return row?.total === new Set(ids).size;
}

/** Marks notifications of the person as read, or unread: these, or all up to a moment. Returns how many changed. */
export async function markNotifications(
  { q, t }: Tx,
  {
    workspaceId,
    userId,
    which,
    read,
    now,
  }: OfPerson & { which: { ids: readonly string[] } | { upTo: number }; read: boolean; now: number },
): Promise<number> {
  const { notifications: n } = t;
  const rows = await q
    .update(n)
    .set({ readAt: read ? now : null })
    .where(
      and(
        eq(n.workspaceId, workspaceId),
        eq(n.userId, userId),
        'ids' in which ? inArray(n.id, [...which.ids]) : lte(n.createdAt, which.upTo),
        read ? isNull(n.readAt) : isNotNull(n.readAt),
      ),
    )
    .returning({ id: n.id });
  return rows.length;
}

/** Returns who made each of these agents, to tell them what becomes of it. */
export async function listCreators(
  { q, t }: Db,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<Map<string, string>> {
  const creators = new Map<string, string>();
  for (const ids of inBatches(agentIds)) {
    const rows = await q
      .select({ agentId: t.agents.id, createdBy: t.agents.createdBy })
      .from(t.agents)
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids)));
    for (const { agentId, createdBy } of rows) creators.set(agentId, createdBy);
  }
  return creators;
}

/** Returns of whom something waits since `until` or longer to go out by e-mail, the longest wait first. */
export async function listUnmailed(
  { q, t }: Db,
  { until, limit }: { until: number; limit: number },
): Promise<OfPerson[]> {
  const { notifications: n } = t;
  const rows = await q
    .select({ workspaceId: n.workspaceId, userId: n.userId })
    .from(n)
    .where(lte(n.unmailedSince, until))
    .orderBy(asc(n.unmailedSince))
    .limit(limit);
  return [...new Map(rows.map((row) => [`${row.workspaceId} ${row.userId}`, row])).values()];
}

/** Takes all that waits to go out to this person: of two that ask, one gets it. Returns the ids. */
export async function takeUnmailed({ q, t }: Tx, { workspaceId, userId }: OfPerson): Promise<string[]> {
  const { notifications: n } = t;
  const rows = await q
    .update(n)
    .set({ unmailedSince: null })
    .where(and(eq(n.workspaceId, workspaceId), eq(n.userId, userId), isNotNull(n.unmailedSince)))
    .returning({ id: n.id });
  return rows.map(({ id }) => id);
}

/** Keeps what this person told in a thread from going out by e-mail; the inboxes have it. */
export async function keepUnmailed(
  { q, t }: Tx,
  { workspaceId, actorId, subjectId }: { workspaceId: string; actorId: string; subjectId: string },
): Promise<void> {
  const { notifications: n } = t;
  await q
    .update(n)
    .set({ unmailedSince: null })
    .where(
      and(
        isNotNull(n.unmailedSince),
        ...[eq(n.workspaceId, workspaceId), eq(n.actorId, actorId), eq(n.subjectId, subjectId)],
      ),
    );
}

/** Who belongs to a workspace, as what, and does it keep an owner? */

import { and, asc, count, eq, exists, gt, ne, or } from 'drizzle-orm';

import type { MemberRow } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import type { Db, Tx } from '../database';

interface MemberKey {
  workspaceId: string;
  userId: string;
}

export async function listMembers(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<MemberRow[]> {
  return await q
    .select({
      userId: t.users.id,
      name: t.users.name,
      email: t.users.email,
      role: t.memberships.role,
      joinedAt: t.memberships.createdAt,
    })
    .from(t.memberships)
    .innerJoin(t.users, eq(t.users.id, t.memberships.userId))
    .where(eq(t.memberships.workspaceId, workspaceId))
    .orderBy(asc(t.memberships.createdAt), asc(t.users.id));
}

export async function getMemberRole({ q, t }: Db, { workspaceId, userId }: MemberKey): Promise<Role | null> {
  const [member] = await q
    .select({ role: t.memberships.role })
    .from(t.memberships)
    .where(and(eq(t.memberships.workspaceId, workspaceId), eq(t.memberships.userId, userId)));
  return member?.role ?? null;
}

/** Says whether the person belongs to a workspace at all, and to none but those that `ownerId` owns. */
export async function isOnlyInWorkspacesOf(
  { q, t }: Db,
  { userId, ownerId }: { userId: string; ownerId: string },
): Promise<boolean> {
  const workspacesOf = (id: string) =>
    q
      .select({ workspaceId: t.memberships.workspaceId, role: t.memberships.role })
      .from(t.memberships)
      .where(eq(t.memberships.userId, id));
  const owned = (await workspacesOf(ownerId)).filter(({ role }) => role === 'owner');
  const theirs = await workspacesOf(userId);
  const ids = new Set(owned.map(({ workspaceId }) => workspaceId));
  return theirs.length > 0 && theirs.every(({ workspaceId }) => ids.has(workspaceId));
}

/** Returns false, and changes nothing, when the person is a member already. */
export async function createMembership(
  { q, t }: Tx,
  { workspaceId, userId, role, now }: MemberKey & { role: Role; now: number },
): Promise<boolean> {
  const created = await q
    .insert(t.memberships)
    .values({ workspaceId, userId, role, createdAt: now })
    .onConflictDoNothing()
    .returning({ userId: t.memberships.userId });
  return created.length > 0;
}

/**
 * Returns false, and changes nothing, when the person is no member, has another role than `from` (where given),
 * or the workspace would be left without an owner.
 */
export async function changeMemberRole(
  tx: Tx,
  { workspaceId, userId, from, role, now }: MemberKey & { from?: Role; role: Role; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  await queueMembershipChange(tx, { workspaceId, now });
  const changed = await q
    .update(t.memberships)
    .set({ role })
    .where(
      and(
        eq(t.memberships.workspaceId, workspaceId),
        eq(t.memberships.userId, userId),
        from === undefined ? undefined : eq(t.memberships.role, from),
        role === 'owner' ? undefined : leavesAnOwner(tx, workspaceId),
      ),
    )
    .returning({ userId: t.memberships.userId });
  return changed.length > 0;
}

/** Returns false, and changes nothing, in the same cases as `changeMemberRole`. */
export async function removeMember(
  tx: Tx,
  { workspaceId, userId, from, now }: MemberKey & { from?: Role; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  await queueMembershipChange(tx, { workspaceId, now });
  const removed = await q
    .delete(t.memberships)
    .where(
      and(
        eq(t.memberships.workspaceId, workspaceId),
        eq(t.memberships.userId, userId),
        from === undefined ? undefined : eq(t.memberships.role, from),
        leavesAnOwner(tx, workspaceId),
      ),
    )
    .returning({ userId: t.memberships.userId });
  return removed.length > 0;
}

/**
 * Makes `toId` an owner, and an admin of `fromId`. Returns false, and changes nothing, when `fromId` is no owner or
 * `toId` no member.
 */
export async function transferOwnership(
  tx: Tx,
  { workspaceId, fromId, toId, now }: { workspaceId: string; fromId: string; toId: string; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  await queueMembershipChange(tx, { workspaceId, now });
  const isMember = (userId: string) =>
    and(eq(t.memberships.workspaceId, workspaceId), eq(t.memberships.userId, userId));
  const receiver = q.select({ userId: t.memberships.userId }).from(t.memberships).where(isMember(toId));
  const [given] = await q
    .update(t.memberships)
    .set({ role: 'admin' })
    .where(and(isMember(fromId), eq(t.memberships.role, 'owner'), exists(receiver)))
    .returning({ userId: t.memberships.userId });
  if (!given) return false;
  await q.update(t.memberships).set({ role: 'owner' }).where(isMember(toId));
  return true;
}

/** True of a row that is no owner's, or not the only owner's. */
function leavesAnOwner({ q, t }: Db, workspaceId: string) {
  const owners = q
    .select({ total: count() })
    .from(t.memberships)
    .where(and(eq(t.memberships.workspaceId, workspaceId), eq(t.memberships.role, 'owner')));
  return or(ne(t.memberships.role, 'owner'), gt(owners, 1));
}

/**
 * Takes the lock of the workspace's row. Under PostgreSQL's READ COMMITTED, two owners who demote each other
 * would otherwise each count the other: the count has to begin after the other change is committed.
 */
async function queueMembershipChange(
  { q, t }: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<void> {
  await q.update(t.workspaces).set({ updatedAt: now }).where(eq(t.workspaces.id, workspaceId));
}

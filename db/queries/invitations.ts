/** Which invitations are open, and may this link be used once more? */

import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';

import type { InvitationRow } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import type { Db, Tx } from '../database';
import { newId } from '../id';

/** What someone sees who holds an open link. */
export interface OpenInvitation {
  id: string;
  workspaceId: string;
  workspaceSlug: string;
  workspaceName: string;
  role: Role;
  invitedBy: string;
  /** Whom it was sent to by e-mail; null for a link. */
  email: string | null;
}

export async function createInvitation(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    /** Whom it is sent to by e-mail; a link for whoever gets it without. */
    email?: string;
    tokenHash: string;
    role: Role;
    createdBy: string;
    expiresAt: number;
    maxUses: number;
    now: number;
  },
): Promise<{ id: string }> {
  const { now, email = null, ...rest } = input;
  const id = newId(now);
  await q.insert(t.invitations).values({ id, email, ...rest, createdAt: now, revokedAt: null, uses: 0 });
  return { id };
}

/** Returns null when the link is unknown, expired, revoked or used up. */
export async function getInvitationByTokenHash(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<OpenInvitation | null> {
  const { q, t } = db;
  const [invitation] = await q
    .select({
      id: t.invitations.id,
      workspaceId: t.workspaces.id,
      workspaceSlug: t.workspaces.slug,
      workspaceName: t.workspaces.name,
      role: t.invitations.role,
      invitedBy: t.users.name,
      email: t.invitations.email,
    })
    .from(t.invitations)
    .innerJoin(t.workspaces, eq(t.workspaces.id, t.invitations.workspaceId))
    .innerJoin(t.users, eq(t.users.id, t.invitations.createdBy))
    // Nobody joins what is going to be deleted.
    .where(and(eq(t.invitations.tokenHash, tokenHash), isOpen(db, now), isNull(t.workspaces.deletionDueAt)));
  return invitation ?? null;
}

export async function listInvitations(
  db: Db,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<InvitationRow[]> {
  const { q, t } = db;
  return await q
    .select({
      id: t.invitations.id,
      email: t.invitations.email,
      role: t.invitations.role,
      createdBy: t.users.name,
      createdAt: t.invitations.createdAt,
      expiresAt: t.invitations.expiresAt,
      maxUses: t.invitations.maxUses,
      uses: t.invitations.uses,
    })
    .from(t.invitations)
    .innerJoin(t.users, eq(t.users.id, t.invitations.createdBy))
    .where(and(eq(t.invitations.workspaceId, workspaceId), isOpen(db, now)))
    .orderBy(asc(t.invitations.createdAt), asc(t.invitations.id));
}

/**
 * Begins an open invitation by e-mail anew, with another link and another end; the former link no longer works. Returns
 * null, and changes nothing, when it is not open or is no invitation by e-mail.
 */
export async function renewInvitation(
  tx: Tx,
  input: { workspaceId: string; invitationId: string; tokenHash: string; expiresAt: number; now: number },
): Promise<{ email: string; role: Role } | null> {
  const { q, t } = tx;
  const { workspaceId, invitationId, tokenHash, expiresAt, now } = input;
  const [renewed] = await q
    .update(t.invitations)
    .set({ tokenHash, createdAt: now, expiresAt })
    .where(
      and(
        eq(t.invitations.id, invitationId),
        eq(t.invitations.workspaceId, workspaceId),
        isNotNull(t.invitations.email),
        isOpen(tx, now),
      ),
    )
    .returning({ email: t.invitations.email, role: t.invitations.role });
  return renewed?.email ? { email: renewed.email, role: renewed.role } : null;
}

/** Takes back the open invitations to these addresses, and returns how many that were. */
export async function revokeInvitationsTo(
  tx: Tx,
  { workspaceId, emails, now }: { workspaceId: string; emails: readonly string[]; now: number },
): Promise<number> {
  const { q, t } = tx;
  const theirs = and(eq(t.invitations.workspaceId, workspaceId), inArray(t.invitations.email, [...emails]));
  const revoked = await q
    .update(t.invitations)
    .set({ revokedAt: now })
    .where(and(theirs, isOpen(tx, now)))
    .returning({ id: t.invitations.id });
  return revoked.length;
}

/** Returns false when there was nothing open to revoke. */
export async function revokeInvitation(
  tx: Tx,
  { workspaceId, invitationId, now }: { workspaceId: string; invitationId: string; now: number },
): Promise<boolean> {
  const { q, t } = tx;
  const revoked = await q
    .update(t.invitations)
    .set({ revokedAt: now })
    .where(
      and(eq(t.invitations.id, invitationId), eq(t.invitations.workspaceId, workspaceId), isOpen(tx, now)),
    )
    .returning({ id: t.invitations.id });
  return revoked.length > 0;
}

/** Takes back every open invitation that this person made, and returns how many that were. */
export async function revokeInvitationsOf(
  tx: Tx,
  { workspaceId, createdBy, now }: { workspaceId: string; createdBy: string; now: number },
): Promise<number> {
  const { q, t } = tx;
  const mine = and(eq(t.invitations.workspaceId, workspaceId), eq(t.invitations.createdBy, createdBy));
  const revoked = await q
    .update(t.invitations)
    .set({ revokedAt: now })
    .where(and(mine, isOpen(tx, now)))
    .returning({ id: t.invitations.id });
  return revoked.length;
}

/** Takes back the open invitations by which this person has joined, as the audit tells, and returns how many that were. */
export async function revokeInvitationsUsedBy(
  tx: Tx,
  { workspaceId, userId, now }: { workspaceId: string; userId: string; now: number },
): Promise<number> {
  const { q, t } = tx;
  const joined = await q
    .select({ details: t.auditEvents.details })
    .from(t.auditEvents)
    .where(
      and(
        eq(t.auditEvents.workspaceId, workspaceId),
        eq(t.auditEvents.actorId, userId),
        eq(t.auditEvents.event, 'member.joined'),
      ),
    );
  const ids = joined.flatMap(({ details }) =>
    typeof details.invitation === 'string' ? details.invitation : [],
  );
  if (ids.length === 0) return 0;
  const revoked = await q
    .update(t.invitations)
    .set({ revokedAt: now })
    .where(and(eq(t.invitations.workspaceId, workspaceId), inArray(t.invitations.id, ids), isOpen(tx, now)))
    .returning({ id: t.invitations.id });
  return revoked.length;
}

/** Uses an invitation once. Returns null, and counts nothing, when it is no longer open. */
export async function consumeInvitation(
  tx: Tx,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<{ id: string; workspaceId: string; role: Role } | null> {
  const { q, t } = tx;
  const [used] = await q
    .update(t.invitations)
    .set({ uses: sql`${t.invitations.uses} + 1` })
    .where(and(eq(t.invitations.tokenHash, tokenHash), isOpen(tx, now)))
    .returning({
      id: t.invitations.id,
      workspaceId: t.invitations.workspaceId,
      role: t.invitations.role,
    });
  return used ?? null;
}

function isOpen({ t }: Db, now: number) {
  return and(
    isNull(t.invitations.revokedAt),
    gt(t.invitations.expiresAt, now),
    lt(t.invitations.uses, t.invitations.maxUses),
  );
}

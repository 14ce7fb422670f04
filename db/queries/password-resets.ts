/** Whose password may be set by this link, and who made it? */

import { and, desc, eq, gt, isNull, lte } from 'drizzle-orm';

import type { ResetLinkRow } from '@/lib/contract';

import type { Db, Tx } from '../database';
import { newId } from '../id';

/** How long it can be looked up that there was a link. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** `createdBy` is the owner who made it; null where it was asked for by e-mail. */
export interface OpenReset {
  id: string;
  userId: string;
  email: string;
  createdBy: string | null;
}

/** Keeps a link; former ones of the same maker for the same person no longer work. */
export async function createPasswordReset(
  tx: Tx,
  input: { userId: string; tokenHash: string; createdBy: string | null; expiresAt: number; now: number },
): Promise<{ id: string }> {
  const { q, t } = tx;
  const { now, ...reset } = input;
  const { userId, createdBy } = reset;
  const theirs = eq(t.passwordResets.userId, userId);
  const sameMaker =
    createdBy === null ? isNull(t.passwordResets.createdBy) : eq(t.passwordResets.createdBy, createdBy);
  await q.delete(t.passwordResets).where(and(theirs, lte(t.passwordResets.createdAt, now - KEPT_MS)));
  await q
    .update(t.passwordResets)
    .set({ expiresAt: now })
    .where(and(theirs, sameMaker, isOpen(tx, now)));
  const id = newId(now);
  await q.insert(t.passwordResets).values({ id, ...reset, createdAt: now, usedAt: null });
  return { id };
}

/** Returns null when the link is unknown, used, or too old. */
export async function getPasswordReset(
  db: Db,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<OpenReset | null> {
  const { q, t } = db;
  const [reset] = await q
    .select({
      id: t.passwordResets.id,
      userId: t.passwordResets.userId,
      email: t.users.email,
      createdBy: t.passwordResets.createdBy,
    })
    .from(t.passwordResets)
    .innerJoin(t.users, eq(t.users.id, t.passwordResets.userId))
    .where(and(eq(t.passwordResets.tokenHash, tokenHash), isOpen(db, now)));
  return reset ?? null;
}

/** Uses a link, once. Returns null, and changes nothing, when it is no longer open. */
export async function consumePasswordReset(
  tx: Tx,
  { tokenHash, now }: { tokenHash: string; now: number },
): Promise<{ id: string; userId: string; createdBy: string | null } | null> {
  const { q, t } = tx;
  const [used] = await q
    .update(t.passwordResets)
    .set({ usedAt: now })
    .where(and(eq(t.passwordResets.tokenHash, tokenHash), isOpen(tx, now)))
    .returning({
      id: t.passwordResets.id,
      userId: t.passwordResets.userId,
      createdBy: t.passwordResets.createdBy,
    });
  return used ?? null;
}

/** Ends every open link of the person. */
export async function endPasswordResets(
  tx: Tx,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  const { q, t } = tx;
  await q
    .update(t.passwordResets)
    .set({ expiresAt: now })
    .where(and(eq(t.passwordResets.userId, userId), isOpen(tx, now)));
}

/** Returns the links that others made for the person since `since`, the last first. */
export async function listResetLinks(
  { q, t }: Db,
  { userId, since }: { userId: string; since: number },
): Promise<ResetLinkRow[]> {
  return await q
    .select({
      id: t.passwordResets.id,
      by: t.users.name,
      createdAt: t.passwordResets.createdAt,
      expiresAt: t.passwordResets.expiresAt,
      usedAt: t.passwordResets.usedAt,
    })
    .from(t.passwordResets)
    .innerJoin(t.users, eq(t.users.id, t.passwordResets.createdBy))
    .where(and(eq(t.passwordResets.userId, userId), gt(t.passwordResets.createdAt, since)))
    .orderBy(desc(t.passwordResets.createdAt), desc(t.passwordResets.id));
}

function isOpen({ t }: Db, now: number) {
  return and(isNull(t.passwordResets.usedAt), gt(t.passwordResets.expiresAt, now));
}

/** Is this sign-in still open, and whose is it? */

import { and, desc, eq, gt, lte, ne } from 'drizzle-orm';

import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { Tables } from '../schema/tables';

export type Session = Tables['sessions']['$inferSelect'];
export interface SessionOfUser extends Session {
  user: { id: string; name: string; email: string };
}

export async function createSession(
  { q, t }: Tx,
  input: { userId: string; expiresAt: number; address: string | null; userAgent: string | null; now: number },
): Promise<{ id: string }> {
  const { now, ...rest } = input;
  const id = newId(now);
  await q.insert(t.sessions).values({ id, ...rest, createdAt: now, lastSeenAt: now });
  return { id };
}

/** Returns null when there is none or it has expired. */
export async function getSession(
  { q, t }: Db,
  { sessionId, now }: { sessionId: string; now: number },
): Promise<SessionOfUser | null> {
  const [row] = await q
    .select({ session: t.sessions, user: { id: t.users.id, name: t.users.name, email: t.users.email } })
    .from(t.sessions)
    .innerJoin(t.users, eq(t.users.id, t.sessions.userId))
    .where(and(eq(t.sessions.id, sessionId), gt(t.sessions.expiresAt, now)));
  return row ? { ...row.session, user: row.user } : null;
}

/** Notes that the session is in use, and until when that keeps it open. */
export async function touchSession(
  { q, t }: Tx,
  { sessionId, expiresAt, now }: { sessionId: string; expiresAt: number; now: number },
): Promise<void> {
  await q
    .update(t.sessions)
    .set({ lastSeenAt: now, expiresAt })
    .where(and(eq(t.sessions.id, sessionId), gt(t.sessions.expiresAt, now)));
}

export async function deleteSession({ q, t }: Tx, { sessionId }: { sessionId: string }): Promise<void> {
  await q.delete(t.sessions).where(eq(t.sessions.id, sessionId));
}

/** Ends one session of the person. Returns false when it is not theirs, or over already. */
export async function deleteSessionOfUser(
  { q, t }: Tx,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<boolean> {
  const deleted = await q
    .delete(t.sessions)
    .where(and(eq(t.sessions.id, sessionId), eq(t.sessions.userId, userId)))
    .returning({ id: t.sessions.id });
  return deleted.length > 0;
}

/** Ends every session of the person but `exceptId`, and returns how many that were. */
export async function deleteSessionsOfUser(
  { q, t }: Tx,
  { userId, exceptId }: { userId: string; exceptId?: string },
): Promise<number> {
  const mine = eq(t.sessions.userId, userId);
  const deleted = await q
    .delete(t.sessions)
    .where(exceptId === undefined ? mine : and(mine, ne(t.sessions.id, exceptId)))
    .returning({ id: t.sessions.id });
  return deleted.length;
}

/** Removes the rows of sessions that are over, and returns how many that were. */
export async function deleteExpiredSessions({ q, t }: Tx, { now }: { now: number }): Promise<number> {
  const deleted = await q
    .delete(t.sessions)
    .where(lte(t.sessions.expiresAt, now))
    .returning({ id: t.sessions.id });
  return deleted.length;
}

/** Returns the person's open sessions, the one in use last first. */
export async function listSessionsOfUser(
  { q, t }: Db,
  { userId, now }: { userId: string; now: number },
): Promise<Session[]> {
  return await q
    .select()
    .from(t.sessions)
    .where(and(eq(t.sessions.userId, userId), gt(t.sessions.expiresAt, now)))
    .orderBy(desc(t.sessions.lastSeenAt), desc(t.sessions.id));
}

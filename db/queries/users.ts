/** What do we know of a person? */

import { count, eq, inArray } from 'drizzle-orm';

import type { NotificationSettings } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { Tables } from '../schema/tables';

export type User = Tables['users']['$inferSelect'];

export async function getUser({ q, t }: Db, { userId }: { userId: string }): Promise<User | null> {
  const [user] = await q.select().from(t.users).where(eq(t.users.id, userId));
  return user ?? null;
}

/** `email` in lower case, as the input schemas give it. */
export async function getUserByEmail({ q, t }: Db, { email }: { email: string }): Promise<User | null> {
  const [user] = await q.select().from(t.users).where(eq(t.users.email, email));
  return user ?? null;
}

/** Returns the names of those of these people who have an account, by their ids. */
export async function listUserNames(
  { q, t }: Db,
  { userIds }: { userIds: readonly string[] },
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const ids of inBatches([...new Set(userIds)])) {
    const rows = await q
      .select({ id: t.users.id, name: t.users.name })
      .from(t.users)
      .where(inArray(t.users.id, ids));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

export async function countUsers({ q, t }: Db): Promise<number> {
  const [row] = await q.select({ total: count() }).from(t.users);
  return row?.total ?? 0;
}

/** Returns null, and writes nothing, when the address is taken. */
export async function createUser(
  { q, t }: Tx,
  {
    now,
    ...person
  }: { email: string; name: string; passwordHash: string | null; emailVerifiedAt?: number; now: number },
): Promise<User | null> {
  const [user] = await q
    .insert(t.users)
    .values({ id: newId(now), ...person, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: t.users.email })
    .returning();
  return user ?? null;
}

export async function setPasswordHash(
  { q, t }: Tx,
  { userId, passwordHash, now }: { userId: string; passwordHash: string; now: number },
): Promise<void> {
  await q.update(t.users).set({ passwordHash, updatedAt: now }).where(eq(t.users.id, userId));
}

export async function renameUser(
  { q, t }: Tx,
  { userId, name, now }: { userId: string; name: string; now: number },
): Promise<void> {
  await q.update(t.users).set({ name, updatedAt: now }).where(eq(t.users.id, userId));
}

export async function setNotificationSettings(
  { q, t }: Tx,
  { userId, settings, now }: { userId: string; settings: NotificationSettings; now: number },
): Promise<void> {
  await q
    .update(t.users)
    .set({ notificationSettings: settings, updatedAt: now })
    .where(eq(t.users.id, userId));
}

/** Notes that a provider vouched for the person's address, or that its e-mail was read. */
export async function setEmailVerified(
  { q, t }: Tx,
  { userId, now }: { userId: string; now: number },
): Promise<void> {
  await q.update(t.users).set({ emailVerifiedAt: now, updatedAt: now }).where(eq(t.users.id, userId));
}

/** Returns the hints that the person need not see any more. */
export async function listHintsSeen({ q, t }: Db, { userId }: { userId: string }): Promise<string[]> {
  const [row] = await q.select({ seen: t.users.hintsSeen }).from(t.users).where(eq(t.users.id, userId));
  return row?.seen ?? [];
}

/** Remembers that the person has seen a hint; says whether that was news. */
export async function addHintSeen(
  tx: Tx,
  { userId, hint, now }: { userId: string; hint: string; now: number },
): Promise<boolean> {
  const user = await lockUser(tx, { userId, now });
  const seen = user?.hintsSeen ?? [];
  if (!user || seen.includes(hint)) return false;
  const { q, t } = tx;
  await q
    .update(t.users)
    .set({ hintsSeen: [...seen, hint] })
    .where(eq(t.users.id, userId));
  return true;
}

/**
 * Returns the person and holds their row until the transaction ends, so that two changes of how they sign in come
 * one after the other.
 */
export async function lockUser(
  { q, t }: Tx,
  { userId, now }: { userId: string; now: number },
): Promise<User | null> {
  const [user] = await q.update(t.users).set({ updatedAt: now }).where(eq(t.users.id, userId)).returning();
  return user ?? null;
}

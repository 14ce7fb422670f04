/** What do we know of a person? */

import { count, eq } from 'drizzle-orm';

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

export async function countUsers({ q, t }: Db): Promise<number> {
  const [row] = await q.select({ total: count() }).from(t.users);
  return row?.total ?? 0;
}

/** Returns null, and writes nothing, when the address is taken. */
export async function createUser(
  { q, t }: Tx,
  {
    email,
    name,
    passwordHash,
    now,
  }: { email: string; name: string; passwordHash: string | null; now: number },
): Promise<User | null> {
  const [user] = await q
    .insert(t.users)
    .values({ id: newId(now), email, name, passwordHash, createdAt: now, updatedAt: now })
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

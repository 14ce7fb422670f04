/** By which providers does a person sign in, and who is meant by whom a provider names? */

import { and, asc, eq } from 'drizzle-orm';

import type { Db, Tx } from '../database';
import type { Tables } from '../schema/tables';

export type Account = Tables['accounts']['$inferSelect'];

export async function getAccount(
  { q, t }: Db,
  { provider, subject }: { provider: string; subject: string },
): Promise<Account | null> {
  const [account] = await q
    .select()
    .from(t.accounts)
    .where(and(eq(t.accounts.provider, provider), eq(t.accounts.subject, subject)));
  return account ?? null;
}

/** Returns the providers that the person has connected, the first one first. */
export async function listAccountsOfUser({ q, t }: Db, { userId }: { userId: string }): Promise<Account[]> {
  return await q
    .select()
    .from(t.accounts)
    .where(eq(t.accounts.userId, userId))
    .orderBy(asc(t.accounts.createdAt), asc(t.accounts.provider));
}

/** Returns false, and changes nothing, when whom the provider means is connected already, to whomever. */
export async function createAccount(
  { q, t }: Tx,
  { now, ...account }: { provider: string; subject: string; userId: string; email: string; now: number },
): Promise<boolean> {
  const created = await q
    .insert(t.accounts)
    .values({ ...account, createdAt: now })
    .onConflictDoNothing()
    .returning({ userId: t.accounts.userId });
  return created.length > 0;
}

/** Returns false when the person had not connected this provider. */
export async function deleteAccount(
  { q, t }: Tx,
  { userId, provider }: { userId: string; provider: string },
): Promise<boolean> {
  const deleted = await q
    .delete(t.accounts)
    .where(and(eq(t.accounts.userId, userId), eq(t.accounts.provider, provider)))
    .returning({ userId: t.accounts.userId });
  return deleted.length > 0;
}

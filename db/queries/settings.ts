/** What does this installation remember of itself? */

import { and, eq } from 'drizzle-orm';

import type { Db, Tx } from '../database';

export async function getSetting({ q, t }: Db, { key }: { key: string }): Promise<string | null> {
  const [row] = await q.select({ value: t.settings.value }).from(t.settings).where(eq(t.settings.key, key));
  return row?.value ?? null;
}

/** Sets the value, whatever it was. */
export async function setSetting(
  { q, t }: Tx,
  { key, value, now }: { key: string; value: string; now: number },
): Promise<void> {
  await q
    .insert(t.settings)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({ target: t.settings.key, set: { value, updatedAt: now } });
}

/** Removes the value if it is `value`; of several who try at once, one is told true. */
export async function takeSetting(
  { q, t }: Tx,
  { key, value }: { key: string; value: string },
): Promise<boolean> {
  const taken = await q
    .delete(t.settings)
    .where(and(eq(t.settings.key, key), eq(t.settings.value, value)))
    .returning({ key: t.settings.key });
  return taken.length > 0;
}

import { setTimeout } from 'node:timers/promises';

import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';

import type { Tx } from './database';
import { openPostgres, TEST_POSTGRES_URL } from './testing/engines';
import { makeUser } from './testing/rows';

describe.runIf(TEST_POSTGRES_URL)('PostgreSQL', () => {
  test('a write that the server ends for a deadlock runs again', async () => {
    const { store, dispose } = await openPostgres(TEST_POSTGRES_URL);
    try {
      const [a, b] = [await makeUser(store), await makeUser(store)];
      const rename = ({ q, t }: Tx, id: string, name: string) =>
        q.update(t.users).set({ name }).where(eq(t.users.id, id));
      let attempts = 0;
      const renameBoth = (first: string, second: string, name: string) =>
        store.write(async (tx) => {
          attempts++;
          await rename(tx, first, name);
          await setTimeout(100);
          await rename(tx, second, name);
        });
      await Promise.all([renameBoth(a.id, b.id, 'x'), renameBoth(b.id, a.id, 'y')]);
      expect(attempts).toBe(3);
      const names = await store.read.q.select({ name: store.read.t.users.name }).from(store.read.t.users);
      expect(new Set(names.map(({ name }) => name)).size).toBe(1);
    } finally {
      await dispose();
    }
  });
});

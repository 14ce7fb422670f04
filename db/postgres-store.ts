/** How does a PostgreSQL database serve as the store? A pool, and a transaction per write. */

import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

import type { Db, QueryBuilder, Signals, Store, Tx } from './database';
import { postgresKit } from './kit';
import { postgresSignals } from './postgres-signals';
import { defineTables } from './schema/tables';
import { isTransient } from './transient';
import { forbidNestedWrite, runWrite } from './writing';

const ATTEMPTS = 5;

/** Makes a store of any query builder that speaks PostgreSQL. `close` ends its connections. */
export function postgresStore(
  q: QueryBuilder,
  close: () => Promise<void>,
  signals: Signals | null = null,
): Store {
  const t = defineTables(postgresKit);
  const asDb = (builder: QueryBuilder): Db => ({ engine: 'postgres', q: builder, t });

  async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await q.transaction((builder) => runWrite(asDb(builder), fn), {
          isolationLevel: 'read committed',
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  return {
    engine: 'postgres',
    signals,
    read: asDb(q),
    async write(fn) {
      forbidNestedWrite();
      return transact(fn);
    },
    snapshot: (fn) =>
      q.transaction(
        async (builder) => {
          // The moment is that of the first statement.
          await builder.execute(sql`select 1`);
          return fn(asDb(builder));
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
    close,
  };
}

/** Opens the store at `url`, which the migrations have prepared. */
export function openPostgresStore(url: string, onIdleError: (error: Error) => void): Store {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 30_000 });
  // Without a listener, a connection that the server closes while idle would end the process.
  pool.on('error', onIdleError);
  const q = drizzle(pool) as unknown as QueryBuilder;
  const notify = async (channel: string, text: string) =>
    void (await q.execute(sql`select pg_notify(${channel}, ${text})`));
  const signals = postgresSignals(url, notify, onIdleError);
  const close = async () => void (await Promise.all([signals.close(), pool.end()]));
  return postgresStore(q, close, signals);
}

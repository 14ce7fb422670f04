/** How does a PostgreSQL database serve as the store? A pool, and a transaction per write. */

import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

import type { Db, QueryBuilder, Store, Tx } from './database';
import { postgresKit } from './kit';
import { defineTables } from './schema/tables';
import { forbidNestedWrite, runWrite } from './writing';

/** `serialization_failure` and `deadlock_detected`: the server rolled back, and asks to try again. */
const RETRY_CODES = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

/** Makes a store of any query builder that speaks PostgreSQL. `close` ends its connections. */
export function postgresStore(q: QueryBuilder, close: () => Promise<void>): Store {
  const t = defineTables(postgresKit);
  const asDb = (builder: QueryBuilder): Db => ({ engine: 'postgres', q: builder, t });

  async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await q.transaction((builder) => runWrite(asDb(builder), fn), {
          isolationLevel: 'read committed',
        });
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRY_CODES.has(sqlState(error))) throw error;
      }
    }
  }

  return {
    engine: 'postgres',
    read: asDb(q),
    async write(fn) {
      forbidNestedWrite();
      return transact(fn);
    },
    close,
  };
}

/** Opens the store at `url`, which the migrations have prepared. */
export function openPostgresStore(url: string, onIdleError: (error: Error) => void): Store {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 30_000 });
  // Without a listener, a connection that the server closes while idle would end the process.
  pool.on('error', onIdleError);
  return postgresStore(drizzle(pool) as unknown as QueryBuilder, () => pool.end());
}

/** Drizzle wraps the driver's error, whose code says what happened. */
function sqlState(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return '';
}

/** How does a SQLite file serve as the store? One queued writer, one read-only reader. */

import { setTimeout } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';

import type { Db, QueryBuilder, Store, Tx } from './database';
import { sqliteKit } from './kit';
import { defineTables } from './schema/tables';
import { forbidNestedWrite, runWrite } from './writing';

const BUSY_TIMEOUT_MS = 5000;
const BUSY_ATTEMPTS = 6;

/**
 * Opens a connection with the settings that every connection needs. `synchronous=FULL` because a reopened
 * WAL database otherwise runs at NORMAL and may drop acknowledged commits when the power fails.
 */
export function openConnection(file: string, options: { readonly?: boolean } = {}): Database.Database {
  const connection = new Database(file, { readonly: options.readonly ?? false, timeout: BUSY_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return connection;
}

/**
 * Starts a write transaction, waiting for other connections for up to half a minute. Waiting blocks the
 * thread, so between attempts it lets go: the other connection may be one of this process.
 */
export async function beginImmediate(connection: Database.Database): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      connection.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!busy || attempt === BUSY_ATTEMPTS) throw error;
      await setTimeout(10);
    }
  }
}

/** Opens the store in `file`, which the migrations have prepared. */
export function openSqliteStore(file: string): Store {
  const writer = openConnection(file);
  const reader = openConnection(file, { readonly: true });
  const t = defineTables(sqliteKit);
  const asDb = (connection: Database.Database): Db => ({
    engine: 'sqlite',
    q: drizzle(connection) as unknown as QueryBuilder,
    t,
  });
  const writing = asDb(writer);
  let queue: Promise<unknown> = Promise.resolve();

  async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    await beginImmediate(writer);
    try {
      const result = await runWrite(writing, fn);
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    engine: 'sqlite',
    read: asDb(reader),
    async write(fn) {
      forbidNestedWrite();
      const turn = queue.then(() => transact(fn));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}

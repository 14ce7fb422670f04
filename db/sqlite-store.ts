/** How does a SQLite file serve as the store? One queued writer, one read-only reader. */

import { setTimeout } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';

import type { Db, QueryBuilder, Store, Tx } from './database';
import { sqliteKit } from './kit';
import { defineTables } from './schema/tables';
import { forbidNestedWrite, runWrite } from './writing';

const BUSY_TIMEOUT_MS = 5000;
/** How long a write waits for another program, from when it was asked for: a person is waiting, too. */
const WRITE_WAITS_MS = 10_000;
const PAUSE_MS = { first: 1, longest: 50 };

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
 * Starts a write transaction; other connections may keep it waiting until `deadline`, but it tries at least once.
 * SQLite's own waiting would block the thread, and with it everybody who only reads.
 */
export async function beginImmediate(connection: Database.Database, deadline: number): Promise<void> {
  connection.pragma('busy_timeout = 0');
  try {
    for (let pause = PAUSE_MS.first; ; pause = Math.min(2 * pause, PAUSE_MS.longest)) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
        if (!busy || Date.now() >= deadline) throw error;
        await setTimeout(pause * (0.5 + Math.random()));
      }
    }
  } finally {
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
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

  async function transact<T>(fn: (tx: Tx) => Promise<T>, deadline: number): Promise<T> {
    await beginImmediate(writer, deadline);
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
    signals: null,
    read: asDb(reader),
    async write(fn) {
      forbidNestedWrite();
      const deadline = Date.now() + WRITE_WAITS_MS;
      const turn = queue.then(() => transact(fn, deadline));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async snapshot(fn) {
      const connection = openConnection(file, { readonly: true });
      try {
        connection.exec('BEGIN');
        // The moment is that of the first read.
        connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
        return await fn(asDb(connection));
      } finally {
        connection.close();
      }
    },
    async close() {
      await queue;
      reader.close();
      writer.close();
    },
  };
}

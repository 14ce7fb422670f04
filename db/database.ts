/** What does a query get to work on? */

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

import type { Tables } from './schema/tables';

export type Engine = 'sqlite' | 'postgres';

/**
 * Both engines' query builders under PostgreSQL's type: the queries here use only what the two share, and
 * await every one (better-sqlite3's are synchronous, yet thenable).
 */
export type QueryBuilder = PgDatabase<PgQueryResultHKT>;

/** A database to read from: the query builder and the tables of its engine. */
export interface Db {
  readonly engine: Engine;
  readonly q: QueryBuilder;
  readonly t: Tables;
}

/** A database inside a transaction: only `Store.write` gives one, so a query that changes something asks for it. */
export interface Tx extends Db {
  readonly writable: true;
}

/** What the servers of one database tell each other: at once, to those who listen just then, less than 8,000 bytes. */
export interface Signals {
  send(text: string): Promise<void>;
  /** From now on; servers hear what they sent themselves, too. */
  listen(hear: (text: string) => void): void;
}

/**
 * `read` sees what is committed. `write` runs `fn` in one transaction and commits when it resolves; anything
 * thrown rolls back. Never nest `write`, keep `fn` short and free of anything but queries on its `tx`: on
 * SQLite it holds the only writer, on PostgreSQL it runs again after a deadlock.
 */
export interface Store {
  readonly engine: Engine;
  /** Null where one server alone works on the database. */
  readonly signals: Signals | null;
  readonly read: Db;
  write<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs `fn` on what is committed at one moment, whatever others write meanwhile. It has a connection of its own and
   * waits for nobody; keep it to seconds, because what is overwritten meanwhile is kept until it ends.
   */
  snapshot<T>(fn: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

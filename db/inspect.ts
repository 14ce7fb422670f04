/** Is this SQLite file whole, does this code know it, and what does it hold? */

import Database from 'better-sqlite3';

import { type AppliedMigration, type Migration, MigrationError, pendingMigrations } from './migrations';

export interface Inspected {
  /** Tags of the migrations that were applied. */
  migrations: string[];
  /** Rows by table, of those that people know. */
  counts: Record<string, number>;
}

const COUNTED = ['users', 'workspaces', 'agents', 'versions'] as const;

/** Returns the migrations that were applied to a SQLite database, in their order. */
export function readApplied(connection: Database.Database): AppliedMigration[] {
  const journal = connection
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'muster_migrations'")
    .get();
  if (!journal) return [];
  return connection
    .prepare<[], AppliedMigration>('SELECT tag, hash FROM muster_migrations ORDER BY position')
    .all();
}

/** Returns what the file holds. Throws when it is damaged, no database of Muster, or newer than `known`. */
export function inspectDatabase(file: string, known: Migration[]): Inspected {
  const connection = new Database(file, { fileMustExist: true });
  try {
    const applied = readApplied(connection);
    if (applied.length === 0) throw new MigrationError('This is no database of Muster. Nothing was changed.');
    pendingMigrations(known, applied);
    const checks = [connection.pragma('integrity_check'), connection.pragma('foreign_key_check')];
    if (JSON.stringify(checks) !== JSON.stringify([[{ integrity_check: 'ok' }], []])) {
      throw new Database.SqliteError(`${file} fails its integrity check.`, 'SQLITE_CORRUPT');
    }
    const count = (table: string) =>
      connection.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
    return {
      migrations: applied.map(({ tag }) => tag),
      counts: Object.fromEntries(COUNTED.map((table) => [table, count(table)])),
    };
  } finally {
    connection.close();
  }
}

/** How does a SQLite file come up to date? Locked, backed up, in one transaction, its references checked. */

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

import type Database from 'better-sqlite3';

import { backUp } from './backup';
import { readApplied } from './inspect';
import { type Migration, MigrationError, pendingMigrations } from './migrations';
import { beginImmediate, openConnection } from './sqlite-store';

/** Another process may be migrating, which takes longer than any write. */
const LOCK_WAITS_MS = 30_000;

const JOURNAL = `CREATE TABLE IF NOT EXISTS muster_migrations (
  position integer PRIMARY KEY, tag text NOT NULL, hash text NOT NULL, applied_at integer NOT NULL
)`;

export interface SqliteMigration {
  file: string;
  migrations: Migration[];
  /** Where the copy goes that is made before anything changes. */
  backups: string;
  now: number;
}

/**
 * Applies what is missing and returns the tags of it. A second process waits for the first and then finds
 * nothing to do; a failure leaves the file as it was.
 */
export async function migrateSqlite({ file, migrations, backups, now }: SqliteMigration): Promise<string[]> {
  // Password hashes lie in it: nobody else's business on a shared machine.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // The folder may have been made by somebody else; SQLite gives its side files the mode of this one.
  closeSync(openSync(file, 'a', 0o600));
  const connection = openConnection(file);
  try {
    // Only outside a transaction does this have an effect; without it, rebuilding a table deletes its children.
    connection.pragma('foreign_keys = OFF');
    if (pendingMigrations(migrations, readApplied(connection)).length === 0) return [];
    await beginImmediate(connection, Date.now() + LOCK_WAITS_MS);
    const applied = readApplied(connection);
    const pending = pendingMigrations(migrations, applied);
    const next = pending[0];
    // The lock keeps writers out, so what another connection copies now is what is about to be changed.
    if (next && applied.length > 0) await backUp({ file, folder: backups, label: `before-${next.tag}`, now });
    connection.exec(JOURNAL);
    for (const [index, migration] of pending.entries()) {
      apply(connection, migration, { position: applied.length + index, now });
    }
    checkReferences(connection);
    connection.exec('COMMIT');
    return pending.map(({ tag }) => tag);
  } finally {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    connection.close();
  }
}

function apply(
  connection: Database.Database,
  { tag, hash, sql }: Migration,
  { position, now }: { position: number; now: number },
): void {
  try {
    connection.exec(sql);
  } catch (cause) {
    throw new MigrationError(`Migration "${tag}" failed; the database is as it was before.`, { cause });
  }
  connection.prepare('INSERT INTO muster_migrations VALUES (?, ?, ?, ?)').run(position, tag, hash, now);
}

function checkReferences(connection: Database.Database): void {
  const broken = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
  const first = broken[0];
  if (!first) return;
  throw new MigrationError(
    `The migration would leave ${broken.length} rows without what they refer to (first: ${first.table} → ` +
      `${first.parent}); the database is as it was before.`,
  );
}

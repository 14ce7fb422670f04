/** Which migrations does this code bring, and which of them does a database still need? */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Engine } from './database';

export interface Migration {
  tag: string;
  hash: string;
  sql: string;
}

/** A migration as the database remembers it. */
export interface AppliedMigration {
  tag: string;
  hash: string;
}

/** The database and this code do not belong together; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** Where the generated migrations lie: beside `package.json`, from where every entry of Muster is started. */
export const defaultMigrationsFolder = (): string => join(process.cwd(), 'drizzle');

/** Reads the migrations of one engine in their order. */
export function readMigrations(folder: string, engine: Engine): Migration[] {
  const base = join(folder, engine);
  let journal: string;
  try {
    journal = readFileSync(join(base, 'meta', '_journal.json'), 'utf8');
  } catch (cause) {
    throw new MigrationError(`No migrations in ${base}. Start Muster from its own folder.`, { cause });
  }
  const { entries } = JSON.parse(journal) as { entries: { idx: number; tag: string }[] };
  return [...entries]
    .sort((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      // A checkout may have turned the line ends; that does not make it another migration.
      const sql = readFileSync(join(base, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
      return { tag, sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Returns the migrations that are still to be applied. Throws a MigrationError when the database has some
 * that this code does not know, or that differ from what this code would have applied.
 */
export function pendingMigrations(known: Migration[], applied: AppliedMigration[]): Migration[] {
  for (const [position, { tag, hash }] of applied.entries()) {
    const expected = known[position];
    if (!expected) {
      throw new MigrationError(
        `The database is newer than this Muster: it has migration "${tag}", which this version does not know. ` +
          'Nothing was changed. Start the newer version again, or restore a backup that this version made ' +
          '(for SQLite: data/backups).',
      );
    }
    if (expected.tag !== tag || expected.hash !== hash) {
      throw new MigrationError(
        `The database was made by another line of Muster: its migration ${position + 1} is "${tag}", ` +
          `which is not what this version calls "${expected.tag}". Nothing was changed. ` +
          'Start the version that made it, or restore a backup.',
      );
    }
  }
  return known.slice(applied.length);
}

/** Where is the data, and is it up to date? Opens the store that the environment names, migrated. */

import { resolve } from 'node:path';

import type { Store } from './database';
import { migratePostgresAt } from './migrate-postgres';
import { migrateSqlite } from './migrate-sqlite';
import { defaultMigrationsFolder, readMigrations } from './migrations';
import { openPostgresStore } from './postgres-store';
import { openSqliteStore } from './sqlite-store';

export interface StoreOptions {
  /** `postgres://…`; absent or empty means SQLite in `dataDir`. */
  url?: string | undefined;
  /** `./data` when absent. */
  dataDir?: string | undefined;
  migrationsFolder?: string;
  onMigrated?: (tags: string[]) => void;
  /** Told of connections that PostgreSQL closes while idle; the pool replaces them by itself. */
  onIdleError?: (error: Error) => void;
}

/**
 * Migrates the database and opens it. Throws a MigrationError when it is newer than this code, and a
 * TypeError when the URL is of no known engine.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, migrationsFolder = defaultMigrationsFolder(), onMigrated, onIdleError } = options;
  const now = Date.now();
  if (url) {
    if (!/^postgres(ql)?:\/\//.test(url)) {
      throw new TypeError('DATABASE_URL has to start with postgres:// (unset it to use SQLite).');
    }
    const migrations = readMigrations(migrationsFolder, 'postgres');
    report(await migratePostgresAt(url, { migrations, now }), onMigrated);
    return openPostgresStore(url, onIdleError ?? (() => undefined));
  }
  const dataDir = resolve(/* turbopackIgnore: true */ options.dataDir || 'data');
  const file = resolve(dataDir, 'muster.db');
  const migrations = readMigrations(migrationsFolder, 'sqlite');
  report(await migrateSqlite({ file, migrations, backups: resolve(dataDir, 'backups'), now }), onMigrated);
  return openSqliteStore(file);
}

function report(tags: string[], onMigrated: StoreOptions['onMigrated']): void {
  if (tags.length > 0) onMigrated?.(tags);
}

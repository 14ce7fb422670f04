/** How does a backup become the data again? Checked first, put in place last; what was there is moved aside, never deleted. */

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import Database from 'better-sqlite3';

import { BackupError, DATABASE_FILE, DUMP_FILE, flush, readBackup, SECRET_FILE } from './archive';
import { storageFault } from './faults';
import { type Inspected, inspectDatabase } from './inspect';
import { defaultMigrationsFolder, type Migration, MigrationError, readMigrations } from './migrations';
import { appliedOnPostgres, loadPostgres } from './postgres-dump';

export interface RestoreOptions {
  /** A folder that `makeBackup` made, or the copy of a SQLite file that was made before a migration. */
  source: string;
  dataDir: string;
  url?: string | undefined;
  /** Moves what is there aside. Without it, only an empty place is filled. */
  force: boolean;
  now: number;
  migrationsFolder?: string;
}

export interface Restored extends Inspected {
  /** Where the former data are now; null when there were none. */
  aside: string | null;
}

/** Restores into `dataDir`, or into the empty database at `url`. Until all is checked, nothing is touched. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { source } = options;
  if (!existsSync(source)) throw new BackupError(`There is nothing at ${source}.`);
  return options.url ? restorePostgres(options, options.url) : restoreSqlite(options);
}

async function restoreSqlite(options: RestoreOptions): Promise<Restored> {
  const { dataDir, now, migrationsFolder = defaultMigrationsFolder() } = options;
  const target = join(dataDir, DATABASE_FILE);
  if (existsSync(target)) {
    requireUnused(target);
    if (!options.force) {
      throw new BackupError(
        `${dataDir} holds data already. Add --force to put the backup in their place; they are moved aside, not deleted.`,
      );
    }
  }
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const coming = join(dataDir, `restore-${stamp}.part`);
  mkdirSync(coming, { recursive: true, mode: 0o700 });
  try {
    const names = await fetchSource(options.source, coming);
    inspectCopy(join(coming, DATABASE_FILE), options.source, readMigrations(migrationsFolder, 'sqlite'));
    for (const name of names) flush(join(coming, name));
    const aside = moveAside(dataDir, names, join(dataDir, `replaced-${stamp}`));
    // The database last: without it the server would not take the folder for its own.
    for (const name of names) renameSync(join(coming, name), join(dataDir, name));
    return { ...inspectDatabase(target, readMigrations(migrationsFolder, 'sqlite')), aside };
  } finally {
    rmSync(coming, { recursive: true, force: true });
  }
}

/** As `inspectDatabase`, but a damaged copy is the fault of its source. */
function inspectCopy(copy: string, source: string, known: Migration[]): void {
  try {
    inspectDatabase(copy, known);
  } catch (cause) {
    if (storageFault(cause) !== 'damaged') throw cause;
    throw new BackupError(`${source} is damaged. Nothing was changed. Take another backup.`, { cause });
  }
}

/** Copies what the source holds into `folder`; returns the names, the database last. */
async function fetchSource(source: string, folder: string): Promise<string[]> {
  if (!statSync(source).isDirectory()) {
    copyFileSync(source, join(folder, DATABASE_FILE));
    // Whoever copied the files by hand may have got the latest changes in the log beside it.
    if (existsSync(`${source}-wal`)) copyFileSync(`${source}-wal`, join(folder, `${DATABASE_FILE}-wal`));
    return [DATABASE_FILE];
  }
  const { engine, files } = await readBackup(source);
  if (engine !== 'sqlite') {
    throw new BackupError(`${source} is of a PostgreSQL database. Set DATABASE_URL to an empty one.`);
  }
  const names = Object.keys(files).sort((a, b) => Number(a === DATABASE_FILE) - Number(b === DATABASE_FILE));
  for (const name of names) copyFileSync(join(source, basename(name)), join(folder, basename(name)));
  return names;
}

/** Throws when any process has the database open. Afterwards it is one file, without a log beside it. */
function requireUnused(file: string): void {
  try {
    const connection = new Database(file, { timeout: 0 });
    try {
      connection.pragma('locking_mode = EXCLUSIVE');
      connection.pragma('journal_mode = DELETE');
    } finally {
      connection.close();
    }
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    // What is damaged may well be why somebody restores.
    if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return;
    if (!/^SQLITE_(BUSY|LOCKED)/.test(code)) throw error;
    throw new BackupError(
      `Muster, or another program, has ${file} open. Stop it first; nothing was changed.`,
    );
  }
}

function moveAside(dataDir: string, names: string[], aside: string): string | null {
  const all = names.flatMap((name) =>
    name === DATABASE_FILE ? [name, `${name}-wal`, `${name}-shm`] : [name],
  );
  const present = all.filter((name) => existsSync(join(dataDir, name)));
  if (present.length === 0) return null;
  mkdirSync(aside, { mode: 0o700 });
  for (const name of present) renameSync(join(dataDir, name), join(aside, name));
  return aside;
}

async function restorePostgres(options: RestoreOptions, url: string): Promise<Restored> {
  const { source, dataDir, migrationsFolder = defaultMigrationsFolder() } = options;
  const { engine, files, migrations } = await readBackup(source);
  if (engine !== 'postgres') {
    throw new BackupError(`${source} is of SQLite. Unset DATABASE_URL and restore into a data folder.`);
  }
  const known = new Set(readMigrations(migrationsFolder, 'postgres').map(({ tag }) => tag));
  const newer = migrations.find((tag) => !known.has(tag));
  if (newer) {
    throw new MigrationError(
      `The backup is newer than this Muster: it has migration "${newer}". Nothing was changed. Restore it with the version that made it, or a newer one.`,
    );
  }
  if ((await appliedOnPostgres(url)).length > 0) {
    throw new BackupError(
      'The database of DATABASE_URL holds data already. Make an empty one (createdb NAME) and set DATABASE_URL to it.',
    );
  }
  await loadPostgres(url, join(source, DUMP_FILE));
  if (files[SECRET_FILE] && !existsSync(join(dataDir, SECRET_FILE))) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    copyFileSync(join(source, SECRET_FILE), join(dataDir, SECRET_FILE));
  }
  return { migrations: await appliedOnPostgres(url), counts: {}, aside: null };
}

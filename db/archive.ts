/** What is a backup? A folder with the database, the secret and a list of both; how is one made and read? */

import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from './backup';
import type { Engine } from './database';
import { inspectDatabase } from './inspect';
import { defaultMigrationsFolder, readMigrations } from './migrations';
import { appliedOnPostgres, dumpPostgres } from './postgres-dump';

/** A backup or a restore that cannot be; the message says what to do. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export const DATABASE_FILE = 'muster.db';
export const SECRET_FILE = 'auth-secret';
export const DUMP_FILE = 'muster.dump';
const MANIFEST_FILE = 'manifest.json';

export interface Manifest {
  format: 1;
  madeAt: string;
  engine: Engine;
  migrations: string[];
  /** Rows by table, where they were counted. */
  counts: Record<string, number>;
  /** SHA-256 of each file beside the manifest. */
  files: Record<string, string>;
}

export interface BackupOptions {
  dataDir: string;
  /** `postgres://…`; absent or empty means the SQLite database of `dataDir`. */
  url?: string | undefined;
  /** The folder that collects backups; each gets one of its own in it. */
  into: string;
  now: number;
  migrationsFolder?: string;
}

/** Backs up while servers read and write; returns the new folder, whose copy was opened and checked. */
export async function makeBackup(options: BackupOptions): Promise<{ folder: string; manifest: Manifest }> {
  const { dataDir, url, into, now } = options;
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const folder = join(into, `muster-${stamp}`);
  const unfinished = `${folder}.part`;
  if (!url && !existsSync(join(dataDir, DATABASE_FILE))) {
    throw new BackupError(
      `There is no database in ${dataDir}. Set MUSTER_DATA_DIR to the folder of the server.`,
    );
  }
  mkdirSync(into, { recursive: true, mode: 0o700 });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    const held = await (url ? backUpPostgres(url, unfinished) : backUpSqlite(options, unfinished));
    copySecret(dataDir, unfinished);
    const files: Record<string, string> = {};
    for (const name of [url ? DUMP_FILE : DATABASE_FILE, SECRET_FILE]) {
      if (existsSync(join(unfinished, name))) files[name] = await hashOf(join(unfinished, name));
    }
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date(now).toISOString(),
      engine: url ? 'postgres' : 'sqlite',
      ...held,
      files,
    };
    const list = join(unfinished, MANIFEST_FILE);
    writeFileSync(list, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    for (const name of [...Object.keys(files), MANIFEST_FILE]) flush(join(unfinished, name));
    // It gets its name when it is whole, so that a killed process leaves none that is not.
    renameSync(unfinished, folder);
    return { folder, manifest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function backUpSqlite({ dataDir, migrationsFolder }: BackupOptions, folder: string) {
  const copy = join(folder, DATABASE_FILE);
  await copyDatabase(join(dataDir, DATABASE_FILE), copy);
  return inspectDatabase(copy, readMigrations(migrationsFolder ?? defaultMigrationsFolder(), 'sqlite'));
}

async function backUpPostgres(url: string, folder: string) {
  const migrations = await appliedOnPostgres(url);
  if (migrations.length === 0) throw new BackupError('The database of DATABASE_URL is not one of Muster.');
  const dump = join(folder, DUMP_FILE);
  await dumpPostgres(url, dump);
  chmodSync(dump, 0o600);
  return { migrations, counts: {} };
}

function copySecret(from: string, to: string): void {
  if (!existsSync(join(from, SECRET_FILE))) return;
  copyFileSync(join(from, SECRET_FILE), join(to, SECRET_FILE));
  chmodSync(join(to, SECRET_FILE), 0o600);
}

/** Returns what a backup says of itself; throws when it is none, or one of its files is not as it was written. */
export async function readBackup(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) {
    throw new BackupError(
      `${folder} is no backup: it has no ${MANIFEST_FILE}. Name a folder that npm run backup made.`,
    );
  }
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  } catch (cause) {
    throw new BackupError(`${path} is damaged. Take another backup.`, { cause });
  }
  if (manifest.format !== 1) {
    throw new BackupError(`${folder} was made by a newer Muster. Restore it with that version.`);
  }
  for (const [name, hash] of Object.entries(manifest.files)) {
    const file = join(folder, name);
    if (!existsSync(file) || (await hashOf(file)) !== hash) {
      throw new BackupError(
        `${file} is missing or was changed since the backup was made. Take another backup.`,
      );
    }
  }
  return manifest;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array<ArrayBuffer>);
  return hash.digest('hex');
}

/** Waits until the disk has the file. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** How is a SQLite database copied while it is in use, and which copies are kept? */

import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { openConnection } from './sqlite-store';

const KEPT = 5;

/** Names sort by time, and only these are ever removed. */
const BACKUP_NAME = /^muster-\d{8}T\d{9}Z-.*\.db$/;

/**
 * Copies `file` as it is committed now into `folder` and returns the path of the copy. Keeps the newest
 * five. The copy gets its name when it is whole, so that a killed process leaves none that is not.
 */
export async function backUp(options: {
  file: string;
  folder: string;
  label: string;
  now: number;
}): Promise<string> {
  const { file, folder, label, now } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  const path = join(folder, `muster-${stamp}-${label}.db`);
  const unfinished = `${path}.part`;
  await copyDatabase(file, unfinished);
  renameSync(unfinished, path);
  const copies = readdirSync(folder).filter((name) => BACKUP_NAME.test(name));
  for (const name of copies.sort().slice(0, -KEPT)) rmSync(join(folder, name));
  return path;
}

/**
 * Copies `file` as it is committed now to `target`, one file that only its owner may read. Writers go on meanwhile:
 * the transaction keeps to what was there when it began, and SQLite would begin anew at each of their changes.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  closeSync(openSync(target, 'w', 0o600));
  const connection = openConnection(file, { readonly: true });
  try {
    connection.exec('BEGIN');
    connection.prepare('SELECT 1 FROM sqlite_master').get();
    await connection.backup(target);
  } finally {
    connection.close();
  }
  const copy = new Database(target);
  try {
    // Without a log beside it, the file is whole by itself.
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

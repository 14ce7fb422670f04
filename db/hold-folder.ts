/** Does another server work on this folder already? Each holds a lock there as long as it runs, however it ends. */

import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import Database from 'better-sqlite3';

const FILE = 'server.lock';
/** One that was told to stop a moment ago may still be finishing. */
const WAIT_MS = 3_000;

/** Another server works on the folder: its message says what to do. */
export class FolderTaken extends Error {
  override name = 'FolderTaken';
}

/**
 * Takes the folder for this process and returns how to give it back; throws `FolderTaken` when another has it. SQLite
 * locks an empty file for that, so that the system gives it on when a process dies.
 */
export async function holdFolder(folder: string, waitMs = WAIT_MS): Promise<() => void> {
  const lock = new Database(join(folder, FILE), { timeout: 0 });
  for (const until = Date.now() + waitMs; ; await setTimeout(100)) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch (error) {
      const isTaken = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (isTaken && Date.now() < until) continue;
      lock.close();
      if (!isTaken) throw error;
      throw new FolderTaken(
        `another Muster works on ${folder}. Stop that one, or give this one a folder of its own in MUSTER_DATA_DIR. ` +
          'Several servers share data on PostgreSQL only.',
      );
    }
  }
}

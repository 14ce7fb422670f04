/** What does whoever runs Muster do about a fault of the storage? Words for a terminal. */

import { resolve } from 'node:path';

import { type StorageFault, storageFault } from './faults';

interface Place {
  /** `postgres://…`; absent or empty means SQLite in `dataDir`. */
  url?: string | undefined;
  dataDir: string;
}

const OF_FOLDER: Record<StorageFault, (folder: string) => string> = {
  'disk-full': (folder) => `The disk of ${folder} is full. Free some space; nothing is damaged.`,
  'read-only': (folder) =>
    `${folder} cannot be written. Make the folder and its files writable for the user that runs Muster, ` +
    'or name another folder in MUSTER_DATA_DIR.',
  locked: (folder) =>
    `Another program has locked the database in ${folder}. End it (or wait until it is done) and try again.`,
  damaged: (folder) =>
    `The database in ${folder} is damaged, or is none. It was left as it is. ` +
    'Put a backup in its place: npm run restore -- BACKUP --force',
  'disk-fault': (folder) =>
    `The disk of ${folder} reports errors. Check it, then restore a backup if need be.`,
  unreachable: (folder) =>
    `${folder} is not there and cannot be made. Name a folder in MUSTER_DATA_DIR whose parent exists.`,
  refused: (folder) => `The database in ${folder} cannot be opened.`,
};

const OF_SERVER: Record<StorageFault, (server: string) => string> = {
  'disk-full': (server) => `The disk of the database server ${server} is full. Free some space there.`,
  'read-only': (server) => `The database server ${server} takes no changes: it is read-only.`,
  locked: (server) => `Another program has locked the tables on ${server}. End it and try again.`,
  damaged: (server) => `The database on ${server} is damaged. Restore a backup of it.`,
  'disk-fault': (server) => `The disk of the database server ${server} reports errors.`,
  unreachable: (server) =>
    `The database server ${server} does not answer. Check that it runs, and its address in DATABASE_URL.`,
  refused: (server) =>
    `The database server ${server} lets Muster not in. Check user, password and database in DATABASE_URL.`,
};

/** Returns what happened and what to do, where an error tells of a fault of the storage; else null. */
export function storageFaultInWords(error: unknown, { url, dataDir }: Place): string | null {
  if (url) {
    if (!URL.canParse(url)) {
      return 'DATABASE_URL is no address. It looks like postgres://user:password@host:5432/name, with special characters of the password as %XX.';
    }
    const fault = storageFault(error);
    return fault && OF_SERVER[fault](new URL(url).host);
  }
  const folder = resolve(/* turbopackIgnore: true */ dataDir);
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${folder} is a file, or lies below one. MUSTER_DATA_DIR has to name a folder.`;
  }
  const fault = storageFault(error);
  return fault && OF_FOLDER[fault](folder);
}

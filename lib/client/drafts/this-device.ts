/** Which store has the drafts of this browser? */

import type { IDBPDatabase } from 'idb';

import { DraftStore, type TabStorage } from './draft-store';

const DATABASE = 'muster';
const VERSION = 1;

let store: DraftStore | null = null;

/** The drafts on this device; the same object for all of a page. */
export function draftsOnDevice(): DraftStore {
  if (!store) {
    store = new DraftStore(openDevice, tabStorage());
    void store.prune(Date.now());
  }
  return store;
}

/** Opens the database. A page of a newer Muster may want to change it: then this one lets go. */
export async function openDevice(): Promise<IDBPDatabase> {
  const { openDB } = await import('idb');
  const device = await openDB(DATABASE, VERSION, {
    upgrade(database) {
      const drafts = database.createObjectStore('drafts', { keyPath: 'id' });
      drafts.createIndex('userId', 'userId');
      drafts.createIndex('changedAt', 'changedAt');
    },
    blocking: () => device.close(),
  });
  return device;
}

function tabStorage(): TabStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** Where is the database of this process? Opened and migrated once, by whoever asks first. */

import 'server-only';

import { openStore, type Store } from '@/db';

import { dataDirectory } from './environment';
import { log } from './log';
import { forgetSingleton, singleton } from './singleton';
import { watchedStore } from './watched-store';

/** Returns the store; a failed opening is forgotten, so that the next to ask tries again. */
export function getStore(): Promise<Store> {
  return singleton('store', () => {
    const opening = openStore({
      url: process.env.DATABASE_URL?.trim(),
      dataDir: dataDirectory(),
      onMigrated: (tags) => log.info({ tags }, 'migrated'),
      onIdleError: (error) => log.warn({ err: error }, 'idle database connection lost'),
    }).then(watchedStore);
    opening.catch(() => forgetSingleton('store'));
    return opening;
  });
}

/** Closes the store if it is open, after the writes that are under way. */
export async function closeStore(): Promise<void> {
  const opening = forgetSingleton<Promise<Store>>('store');
  const store = await opening?.catch(() => undefined);
  await store?.close();
}

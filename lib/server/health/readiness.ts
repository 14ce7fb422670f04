/** Can this server do its work now? Its database is read, and asked for a write; the answer says no more than a code. */

import 'server-only';

import { getSetting, type StorageFault, setSetting, storageFault } from '@/db';

import { log } from '../log';
import { isDraining } from '../requests';
import { singleton } from '../singleton';
import { getStore } from '../store';
import { writing } from '../watched-store';

export type NotReady = StorageFault | 'draining' | 'busy' | 'unknown';

const KEY = 'last-recovery';
/** Whoever asks has a limit of their own, and a database that takes longer is of no use to anybody. */
const LIMIT_MS = 2000;

const asked = () =>
  singleton<{ probe: Promise<NotReady | null> | null }>('readiness', () => ({ probe: null }));

/** Returns why this server cannot work now; null when it can. Asked by many at once, it looks once. */
export async function whyNotReady(): Promise<NotReady | null> {
  if (isDraining()) return 'draining';
  const state = asked();
  state.probe ??= probe().finally(() => {
    state.probe = null;
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'busy'>((resolve) => {
    timer = setTimeout(() => resolve('busy'), LIMIT_MS);
  });
  try {
    return await Promise.race([state.probe, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** An empty transaction takes the lock and changes nothing; only after a fault is something really written. */
async function probe(): Promise<NotReady | null> {
  try {
    const store = await getStore();
    await getSetting(store.read, { key: KEY });
    const now = Date.now();
    const failedBefore = writing().fault !== null;
    await store.write(async (tx) => {
      if (failedBefore) await setSetting(tx, { key: KEY, value: String(now), now });
    });
    return null;
  } catch (error) {
    const fault = storageFault(error);
    log.warn({ err: error }, `not ready: ${fault ?? 'unknown'}`);
    return fault ?? 'unknown';
  }
}

/** How does writing go? Every write is timed and counted, and the last fault of the storage remembered until one succeeds. */

import 'server-only';

import { type StorageFault, type Store, storageFault } from '@/db';

import { singleton } from './singleton';
import { observeWrite } from './telemetry/metrics';
import { traced } from './telemetry/tracing';

interface Writing {
  /** Writes that wait for their turn. */
  waiting: number;
  fault: StorageFault | null;
}

/** Returns how writing goes in this process. */
export function writing(): Writing {
  return singleton('writing', () => ({ waiting: 0, fault: null }));
}

/** Returns the store, watched. */
export function watchedStore(store: Store): Store {
  async function write<T>(fn: Parameters<Store['write']>[0]): Promise<T> {
    const state = writing();
    const asked = performance.now();
    let began = 0;
    state.waiting += 1;
    try {
      const result = await store.write((tx) => {
        if (!began) {
          began = performance.now();
          state.waiting -= 1;
        }
        return fn(tx);
      });
      state.fault = null;
      return result as T;
    } catch (error) {
      state.fault = storageFault(error) ?? state.fault;
      throw error;
    } finally {
      if (!began) state.waiting -= 1;
      const ended = performance.now();
      observeWrite({ waitedMs: (began || ended) - asked, ranMs: began ? ended - began : 0 });
    }
  }
  return { ...store, write: (fn) => traced('transaction', {}, () => write(fn)) };
}

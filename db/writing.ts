/** Is this code inside a `write` already? */

import { AsyncLocalStorage } from 'node:async_hooks';

import type { Db, Tx } from './database';

const writing = new AsyncLocalStorage<true>();

/** Throws when called within another write: a write waiting for itself would wait for ever. */
export function forbidNestedWrite(): void {
  if (writing.getStore()) {
    throw new Error('A write was started inside a write. Pass the tx along instead of calling store.write.');
  }
}

/**
 * Runs `fn` marked as a write, with a `tx` that refuses queries once `fn` has ended, when the transaction
 * that they meant to be part of is over.
 */
export async function runWrite<T>(db: Db, fn: (tx: Tx) => Promise<T>): Promise<T> {
  let open = true;
  const tx: Tx = {
    engine: db.engine,
    t: db.t,
    writable: true,
    get q() {
      if (!open) throw new Error('This transaction has ended. Await every query before its write returns.');
      return db.q;
    },
  };
  try {
    return await writing.run(true, () => fn(tx));
  } finally {
    open = false;
  }
}

/** What does a server do that is killed while it takes a workspace away? Started by the tests, it says each transaction that was committed. */

import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

import { openStore, type Store } from '@/db';

import { deleteDueWorkspaces } from '../deletion';

interface Task {
  dataDir: string;
  now: number;
  /** How long it waits after each transaction, to be killed in the middle. */
  pauseMs: number;
}

const { dataDir, now, pauseMs } = JSON.parse(process.argv[3] ?? '{}') as Task;
const store = await openStore({ dataDir });
const telling: Store = {
  ...store,
  async write(fn) {
    const result = await store.write(fn);
    writeSync(1, '.\n');
    await setTimeout(pauseMs);
    return result;
  },
};
await deleteDueWorkspaces(telling, now, { workMs: 0 });
await store.close();

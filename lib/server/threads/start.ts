/** Which files do the threads run? Each URL stands inside its `new Worker`, where the bundler looks for it. */

import 'server-only';

import { Worker } from 'node:worker_threads';

/** Starts the thread that holds the similarity indexes. */
export function startSimilarity(): Worker {
  return new Worker(new URL('../../workers/similarity.ts', import.meta.url));
}

/** Many times what fifty agents of 1 MiB need. A thread beyond its limit ends alone; without one the server ends with it. */
const BULK_MEMORY = { maxOldGenerationSizeMb: 1024 };

/** Starts a thread for changes of many agents, whose patterns and replacements people write. */
export function startBulk(): Worker {
  return new Worker(new URL('../../workers/bulk.ts', import.meta.url), { resourceLimits: BULK_MEMORY });
}

/** Starts a thread for jobs on texts. */
export function startTexts(): Worker {
  return new Worker(new URL('../../workers/texts.ts', import.meta.url));
}

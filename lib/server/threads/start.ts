/** Which files do the threads run? Each URL stands inside its `new Worker`, where the bundler looks for it. */

import 'server-only';

import { Worker } from 'node:worker_threads';

/** Starts the thread that holds the similarity indexes. */
export function startSimilarity(): Worker {
  return new Worker(new URL('../../workers/similarity.ts', import.meta.url));
}

/** Starts a thread for jobs on texts. */
export function startTexts(): Worker {
  return new Worker(new URL('../../workers/texts.ts', import.meta.url));
}

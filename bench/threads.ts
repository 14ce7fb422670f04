/** How do several threads look for copies together? */

import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

import { build } from 'esbuild';

import { packSets } from '../lib/similarity/packed-sets';
import { DEFAULT_THRESHOLDS } from '../lib/similarity/pair-score';
import { createPairSet } from '../lib/similarity/pair-set';
import type { JoinAnswer, JoinRequest } from './similarity-join.worker';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Threads that are up and wait for sets to join. */
export async function startThreads(parts: number) {
  const outfile = path.join(ROOT, '.muster', 'bench', 'similarity-join.worker.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'bench', 'similarity-join.worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const workers = Array.from(
    { length: parts },
    (_, part) => new Worker(outfile, { workerData: { part, parts } }),
  );
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('online', resolve))));
  return {
    /** Packs the sets, builds the index and joins it; returns how many pairs of different sets there are. */
    async join(sets: readonly Uint32Array[]): Promise<number> {
      const packed = packSets(sets, (bytes) => new SharedArrayBuffer(bytes));
      const built = await Promise.all(workers.map((worker) => ask(worker, { step: 'build', packed })));
      const counts = built.flatMap((answer) => (answer.step === 'build' ? [answer.counts] : []));
      const request: JoinRequest = { step: 'join', packed, counts, thresholds: DEFAULT_THRESHOLDS };
      const joined = await Promise.all(workers.map((worker) => ask(worker, request)));
      // Two threads may find one pair.
      const pairs = createPairSet();
      for (const answer of joined) {
        const links = answer.step === 'join' ? answer.links : [];
        for (let at = 0; at < links.length; at += 3) pairs.add(links[at] as number, links[at + 1] as number);
      }
      return pairs.size;
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

async function ask(worker: Worker, request: JoinRequest): Promise<JoinAnswer> {
  const answered = once(worker, 'message');
  worker.postMessage(request);
  const [answer] = await answered;
  return answer;
}

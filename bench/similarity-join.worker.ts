/** One of several threads that look for copies together: builds its part of the index, then joins its share. */

import { parentPort, workerData } from 'node:worker_threads';

import { buildShard, type CopyShard, type PackedSets } from '../lib/similarity/copy-index';
import { type CopyThresholds, joinCopies } from '../lib/similarity/copy-join';

export type JoinRequest =
  | { step: 'build'; packed: PackedSets }
  | { step: 'join'; packed: PackedSets; shards: CopyShard[]; thresholds: CopyThresholds };
export type JoinAnswer = { step: 'build'; shard: CopyShard } | { step: 'join'; links: Uint32Array };

const share = workerData as { part: number; parts: number };
const port = parentPort;
if (!port) throw new Error('This runs in a worker thread only.');
const answer = (message: JoinAnswer) => port.postMessage(message);

port.on('message', (request: JoinRequest) => {
  if (request.step === 'build') {
    const allocate = (bytes: number) => new SharedArrayBuffer(bytes);
    answer({ step: 'build', shard: buildShard(request.packed, { ...share, allocate }) });
    return;
  }
  const links: number[] = [];
  for (const found of joinCopies(request, share))
    for (const { a, b, shared } of found) links.push(a, b, shared);
  answer({ step: 'join', links: Uint32Array.from(links) });
});

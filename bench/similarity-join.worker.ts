/** One of several threads that look for copies together: builds its part of the index, then joins its share. */

import { parentPort, workerData } from 'node:worker_threads';

import { joinShard } from '../lib/similarity/copy-join';
import { buildShard, type CopyShard, type Share } from '../lib/similarity/copy-shard';
import type { CopyThresholds } from '../lib/similarity/copy-thresholds';
import type { PackedSets } from '../lib/similarity/packed-sets';

export type JoinRequest =
  | { step: 'build'; packed: PackedSets }
  | { step: 'join'; packed: PackedSets; counts: Uint32Array[]; thresholds: CopyThresholds };
export type JoinAnswer = { step: 'build'; counts: Uint32Array } | { step: 'join'; links: Uint32Array };

const share = workerData as Share;
const port = parentPort;
if (!port) throw new Error('This runs in a worker thread only.');
const answer = (message: JoinAnswer) => port.postMessage(message);

let shard: CopyShard | null = null;

port.on('message', (request: JoinRequest) => {
  if (request.step === 'build') {
    shard = buildShard(request.packed, share, (bytes) => new SharedArrayBuffer(bytes));
    answer({ step: 'build', counts: shard.counts });
    return;
  }
  if (!shard) throw new Error('Nothing was built.');
  const found: number[] = [];
  for (const { links } of joinShard(request.packed, request.thresholds, shard, request.counts))
    for (const { a, b, shared } of links) found.push(a, b, shared);
  shard = null;
  answer({ step: 'join', links: Uint32Array.from(found) });
});

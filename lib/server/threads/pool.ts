/** Which thread does the next job? The first that is free; the rest waits in a queue of bounded length. */

import 'server-only';

import type { JobTable } from '@/lib/workers/protocol';

import { threadFault } from './fault';
import type { RunOptions, Thread } from './thread';

/** More than this many jobs in the queue would wait for longer than anybody does. */
const MAX_WAITING = 200;

interface Waiting {
  begin(thread: Thread<JobTable>): void;
}

/** Returns a pool that looks like one thread. A thread does one job at a time; waiting does not count as working. */
export function createPool<Jobs extends JobTable>(threads: Thread<Jobs>[]): Thread<Jobs> {
  const free = [...threads] as Thread<JobTable>[];
  const queue: Waiting[] = [];

  function borrow(signal: AbortSignal | undefined): Promise<Thread<JobTable>> {
    const thread = free.pop();
    if (thread) return Promise.resolve(thread);
    if (queue.length >= MAX_WAITING) return Promise.reject(threadFault('busy'));
    return new Promise((resolve, reject) => {
      const leave = () => {
        const at = queue.indexOf(waiting);
        if (at >= 0) queue.splice(at, 1);
        reject(signal?.reason);
      };
      const waiting: Waiting = {
        begin(given) {
          signal?.removeEventListener('abort', leave);
          resolve(given);
        },
      };
      queue.push(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  function giveBack(thread: Thread<JobTable>): void {
    const next = queue.shift();
    if (next) next.begin(thread);
    else free.push(thread);
  }

  async function run(job: string, input: unknown, options: RunOptions<unknown>): Promise<unknown> {
    options.signal?.throwIfAborted();
    const thread = await borrow(options.signal);
    try {
      return await thread.run(job, input, options);
    } finally {
      giveBack(thread);
    }
  }

  return {
    run: run as Thread<Jobs>['run'],
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

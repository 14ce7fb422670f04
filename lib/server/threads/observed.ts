/** How long do the jobs of a thread take, waiting included? And when the server stops, none begins. */

import 'server-only';

import type { JobTable } from '@/lib/workers/protocol';

import { isDraining } from '../requests';
import { observeJob } from '../telemetry/metrics';
import { traced } from '../telemetry/tracing';
import { threadFault } from './fault';
import type { Thread } from './thread';

/** Returns the thread; each of its jobs is timed, and a span of its request. */
export function observed<Jobs extends JobTable>(thread: Thread<Jobs>): Thread<Jobs> {
  return {
    ...thread,
    run: async (job, input, options) => {
      // Whoever was cut off when the threads ended would only start them anew.
      if (isDraining()) throw threadFault('stopping');
      return traced('thread job', { 'muster.job': job }, async () => {
        const began = performance.now();
        try {
          const output = await thread.run(job, input, options);
          observeJob(job, 'done', performance.now() - began);
          return output;
        } catch (error) {
          observeJob(job, 'failed', performance.now() - began);
          throw error;
        }
      });
    },
  };
}

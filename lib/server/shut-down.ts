/** How does the server stop? What is under way is finished, what streams ends with a word, and nothing new begins. */

import 'server-only';

import { log } from './log';
import { stopNotifying, whenDelivered } from './mail';
import { stopListening, whenIdle } from './requests';
import { singleton } from './singleton';
import { closeStore } from './store';
import { stopTracing } from './telemetry/tracing';
import { closeThreads } from './threads/threads';
import { stopUpkeep } from './upkeep';

/** Service managers kill after some time of their own, often 90 seconds, in containers 10 to 30. */
const LIMIT_MS = 25_000;

/** Stops at SIGTERM and SIGINT; a second one ends the process at once. */
export function stopOnSignals(): void {
  singleton('stop-on-signals', () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown());
    return true;
  });
}

async function shutDown(): Promise<void> {
  const limit = setTimeout(() => {
    log.error({ afterSeconds: LIMIT_MS / 1000 }, 'stopped before every request was answered');
    process.exit(1);
  }, LIMIT_MS);
  await stopListening();
  // Comparing ten thousand agents may take longer than anybody waits for a server to stop. No save needs a thread.
  await closeThreads();
  await whenIdle();
  await Promise.all([stopUpkeep(), stopNotifying()]);
  await whenDelivered();
  await closeThreads();
  await closeStore();
  await stopTracing();
  clearTimeout(limit);
  process.exit(0);
}

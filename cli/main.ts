/** The `muster` command: where it starts and how it ends. */

import { isMainThread } from 'node:worker_threads';

import { closeOnBrokenPipe } from './output';
import { answerBatches } from './profiles';
import { runMuster } from './program';
import { createStreams } from './terminal';

if (isMainThread) {
  closeOnBrokenPipe();
  // Never process.exit: a pipe may still have to take what was written.
  process.exitCode = await runMuster(process.argv.slice(2), createStreams(process.stdout, process.stderr));
} else answerBatches();

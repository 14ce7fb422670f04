/** The `muster` command: where it starts and how it ends. */

import { closeOnBrokenPipe } from './output';
import { runMuster } from './program';
import { createStreams } from './terminal';

closeOnBrokenPipe();
// Never process.exit: a pipe may still have to take what was written.
process.exitCode = await runMuster(process.argv.slice(2), createStreams(process.stdout, process.stderr));

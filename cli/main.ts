/** The `muster` command: where it starts and how it ends. */

import { closeOnBrokenPipe } from './output';
import { runMuster } from './program';

closeOnBrokenPipe();
// Never process.exit: a pipe may still have to take what was written.
process.exitCode = await runMuster(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});

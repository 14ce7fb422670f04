/** The `muster` command: where it starts and how it ends. */

import { closeOnBrokenPipe, printable } from './output';
import { runMuster } from './program';

closeOnBrokenPipe();
// Never process.exit: a pipe may still have to take what was written.
process.exitCode = await runMuster(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  // Notices name files and keys, and a terminal would obey what stands in them.
  err: (text) => void process.stderr.write(text.split('\n').map(printable).join('\n')),
});

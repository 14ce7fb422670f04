/** How does a command speak to a terminal, a file or a pipe? */

import { clip, printable, type Streams } from './output';

/** What is shorter needs no word of how far it is. */
const PATIENCE_MS = 2_000;
/** Often enough to be seen moving. */
const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

/** What we need of `process.stdout` and `process.stderr`. */
export interface Sink {
  isTTY?: boolean;
  /** Width of a terminal, in characters. */
  columns?: number;
  write: (text: string | Uint8Array) => unknown;
}

/** Makes the streams of a command. Progress is shown on a terminal alone, once the work takes a while. */
export function createStreams(stdout: Sink, stderr: Sink, now = () => performance.now()): Streams {
  const began = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  const clear = () => {
    if (shown) stderr.write(CLEAR_LINE);
    shown = false;
  };
  return {
    out(text) {
      if (stdout.isTTY) clear();
      stdout.write(text);
    },
    // Notices name files and keys, and a terminal would obey what stands in them.
    err(text) {
      clear();
      stderr.write(text.split('\n').map(printable).join('\n'));
    },
    progress(text) {
      if (text === null) return clear();
      const time = now();
      if (!stderr.isTTY || time - began < PATIENCE_MS || time - last < EVERY_MS) return;
      last = time;
      shown = true;
      // A line that wraps could not be cleared; of some terminals the width is told as 0.
      stderr.write(CLEAR_LINE + clip(`muster: ${printable(text)}`, (stderr.columns || 80) - 1));
    },
  };
}

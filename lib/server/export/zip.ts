/** How do files become one zip, streamed and the same bytes for the same input? */

import { Zip, ZipDeflate } from 'fflate';

/** 1 January 1980, the first moment that a zip can tell; fflate reads local parts, so it is made of local parts. */
const firstMoment = () => new Date(1980, 0, 1, 0, 0, 0);

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/**
 * Returns the zip of the entries as a stream that asks for an entry only when the reader has taken what came before.
 * Entries keep the order in which they come.
 */
export function zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]();
  let zip: Zip;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, final) => {
        if (error) controller.error(error);
        else {
          if (chunk.length > 0) controller.enqueue(chunk);
          if (final) controller.close();
        }
      });
    },
    async pull() {
      const step = await iterator.next();
      if (step.done) return zip.end();
      const file = new ZipDeflate(step.value.path, { level: 6 });
      file.mtime = firstMoment();
      // Unix, a plain file, rw-r--r--; fflate marks names that are not ASCII as UTF-8.
      file.os = 3;
      file.attrs = 0o100644 << 16;
      zip.add(file);
      file.push(step.value.bytes, true);
    },
    async cancel() {
      zip.terminate();
      await iterator.return?.();
    },
  });
}

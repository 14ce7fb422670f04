/** How do files become one zip, streamed and the same bytes for the same input? */

import { Zip, ZipDeflate } from 'fflate';

/** 1 January 1980, the first moment that a zip can tell; fflate reads local parts, so it is made of local parts. */
const firstMoment = () => new Date(1980, 0, 1, 0, 0, 0);

/** A file: its bytes, or pieces of them where it is too long to be in memory. */
export type ZipEntry =
  | { path: string; bytes: Uint8Array }
  | { path: string; pieces: AsyncIterable<Uint8Array> };

/**
 * Returns the zip of the entries as a stream that asks for an entry only when the reader has taken what came before.
 * Entries keep the order in which they come.
 */
export function zipStream(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]();
  let zip: Zip;
  /** The file that comes in pieces, while it comes. */
  let open: { file: ZipDeflate; pieces: AsyncIterator<Uint8Array> } | null = null;
  const next = async () => {
    if (open) {
      const { file, pieces } = open;
      const piece = await pieces.next();
      if (piece.done) open = null;
      return file.push(piece.done ? new Uint8Array() : piece.value, piece.done ?? false);
    }
    const step = await iterator.next();
    if (step.done) return zip.end();
    const file = fileOf(step.value.path);
    zip.add(file);
    if ('bytes' in step.value) return file.push(step.value.bytes, true);
    open = { file, pieces: step.value.pieces[Symbol.asyncIterator]() };
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        zip = new Zip((error, chunk, final) => {
          if (error) controller.error(error);
          else {
            if (chunk.length > 0) controller.enqueue(chunk);
            if (final) controller.close();
          }
        });
      },
      async pull(controller) {
        // Compressing may keep what it got: whoever waits needs a piece.
        const before = controller.desiredSize;
        do await next();
        while (open && controller.desiredSize === before);
      },
      async cancel() {
        zip.terminate();
        await open?.pieces.return?.();
        await iterator.return?.();
      },
    },
    // What nobody reads is not begun.
    { highWaterMark: 0 },
  );
}

function fileOf(path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level: 6 });
  file.mtime = firstMoment();
  // Unix, a plain file, rw-r--r--; fflate marks names that are not ASCII as UTF-8.
  file.os = 3;
  file.attrs = 0o100644 << 16;
  return file;
}

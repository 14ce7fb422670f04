/** What does a packed file hold, if it is no larger than it may be? Memory stays small whatever comes. */

import { once } from 'node:events';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

import type { ByteReader } from './byte-reader';
import { crc32, joinBytes } from './bytes';

/** Compressed bytes that go in at once: they become at most 1,032 times as many. */
const PIECE = 4096;

export type Unpacked =
  | { ok: true; bytes: Uint8Array; size: number; packed: number; crc: number }
  /** `too-large`: more than `keep`; where its end was found it can be passed over. */
  | { ok: false; why: 'too-large'; size: number; packed: number; crc: number }
  | { ok: false; why: 'damaged' | 'cut-off' | 'bomb' };

/** What Node gives with `info`, which its types do not tell. */
interface Result {
  buffer: Uint8Array;
  engine: { bytesWritten: number };
}

/** Unpacks bytes that are there as a whole, to at most `keep`. */
export function inflate(packed: Uint8Array, keep: number): Uint8Array | 'too-large' | 'damaged' {
  try {
    // One more, because the limit itself is refused, too.
    const options = { maxOutputLength: keep + 1, info: true };
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as Result;
    if (buffer.length > keep) return 'too-large';
    return engine.bytesWritten === packed.length ? buffer : 'damaged';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

/**
 * Unpacks up to the end that the data themselves tell, for an entry whose size is told behind it. Keeps at most `keep`
 * bytes; `isBomb` is asked as the sizes grow.
 */
export async function inflateToEnd(
  reader: ByteReader,
  keep: number,
  isBomb: (size: number, packed: number) => boolean,
): Promise<Unpacked> {
  const engine = createInflateRaw();
  const kept: Uint8Array[] = [];
  const seen = { size: 0, packed: 0, crc: 0 };
  let damaged = false;
  // A failed engine calls no callback of a write any more.
  const closed = new Promise<void>((resolve) => engine.once('close', resolve));
  engine.on('error', () => {
    damaged = true;
  });
  engine.on('data', (bytes: Uint8Array) => {
    seen.size += bytes.length;
    seen.crc = crc32(bytes, seen.crc);
    if (seen.size <= keep) kept.push(bytes);
    else kept.length = 0;
  });
  try {
    for (;;) {
      const piece = await reader.chunk(PIECE);
      if (piece.length === 0) return { ok: false, why: 'cut-off' };
      const before = engine.bytesWritten;
      await Promise.race([closed, new Promise<void>((resolve) => engine.write(piece, () => resolve()))]);
      if (damaged) return { ok: false, why: 'damaged' };
      const used = engine.bytesWritten - before;
      seen.packed += used;
      if (used < piece.length) {
        reader.unread(piece.subarray(used));
        if (!engine.readableEnded) await once(engine, 'end');
        if (seen.size > keep) return { ok: false, why: 'too-large', ...seen };
        return { ok: true, bytes: joinBytes(kept, seen.size), ...seen };
      }
      if (isBomb(seen.size, seen.packed)) return { ok: false, why: 'bomb' };
    }
  } finally {
    engine.destroy();
  }
}

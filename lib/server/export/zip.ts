/** How do files become one zip, streamed and the same bytes for the same input? Of any number and length. */

import { Deflate, deflateSync } from 'fflate';

import { crc32, joinBytes } from '../import/bytes';
import { centralHeader, descriptor, endOfZip, type Listed, localHeader } from './zip-format';

const LEVEL = { level: 6 } as const;
/** The table of contents is given in pieces of about this length. */
const PIECE = 65_536;
/** A file that comes in pieces goes on in another one here: 32 bits hold its sizes, whatever it is unpacked by. */
const MOST_BYTES = 2 ** 30;

/** A file: its bytes, or pieces of them where it is too long to be in memory. */
export type ZipEntry =
  | { path: string; bytes: Uint8Array }
  | { path: string; pieces: AsyncIterable<Uint8Array> };

const encoder = new TextEncoder();

/**
 * Returns the zip of the entries as a stream that asks for an entry only when the reader has taken what came before.
 * Entries keep the order in which they come; one of more than `mostBytes` is cut between two pieces, and goes on as
 * `lines-2.jsonl`.
 */
export function zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  mostBytes = MOST_BYTES,
): ReadableStream<Uint8Array> {
  const iterator =
    Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]();
  const bytes = zipBytes(iterator, mostBytes);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await bytes.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await bytes.return(undefined);
        // What was never begun has to hear, too, that nobody reads it.
        await iterator.return?.();
      },
    },
    // What nobody reads is not begun.
    { highWaterMark: 0 },
  );
}

type Entries = AsyncIterator<ZipEntry> | Iterator<ZipEntry>;

async function* zipBytes(entries: Entries, mostBytes: number): AsyncGenerator<Uint8Array, void> {
  const listed: Listed[] = [];
  let offset = 0;
  for (let step = await entries.next(); !step.done; step = await entries.next()) {
    const files = 'bytes' in step.value ? [wholeFile(step.value)] : cutFiles(step.value, mostBytes);
    for await (const file of files) {
      const begin = offset;
      for (let part = await file.next(); ; part = await file.next()) {
        if (part.done) {
          listed.push({ ...part.value, offset: begin });
          break;
        }
        offset += part.value.length;
        yield part.value;
      }
    }
  }
  yield* contents(listed, offset);
}

/** Yields the bytes of one file and returns its line in the table of contents. */
type File = AsyncGenerator<Uint8Array, Omit<Listed, 'offset'>>;

async function* wholeFile({ path, bytes }: { path: string; bytes: Uint8Array }): File {
  const name = encoder.encode(path);
  const packed = deflateSync(bytes, LEVEL);
  const sum = { crc: crc32(bytes), packed: packed.length, size: bytes.length };
  const header = localHeader(name, sum);
  yield joinBytes([header, packed], header.length + packed.length);
  return { name, isStreamed: false, ...sum };
}

async function* cutFiles(
  { path, pieces }: { path: string; pieces: AsyncIterable<Uint8Array> },
  mostBytes: number,
): AsyncGenerator<File> {
  const iterator = pieces[Symbol.asyncIterator]();
  let next = await iterator.next();
  async function* some(): AsyncGenerator<Uint8Array> {
    for (let size = 0; !next.done && size < mostBytes; next = await iterator.next()) {
      size += next.value.length;
      yield next.value;
    }
  }
  try {
    for (let part = 1; part === 1 || !next.done; part++) {
      yield streamedFile(part === 1 ? path : path.replace(/(?=\.[^.]*$)|$/, `-${part}`), some());
    }
  } finally {
    await iterator.return?.();
  }
}

async function* streamedFile(path: string, pieces: AsyncIterable<Uint8Array>): File {
  const name = encoder.encode(path);
  const sum = { crc: 0, packed: 0, size: 0 };
  let ready: Uint8Array[] = [localHeader(name, null)];
  const deflate = new Deflate(LEVEL, (chunk) => {
    if (chunk.length === 0) return;
    sum.packed += chunk.length;
    ready.push(chunk);
  });
  const take = () => {
    const some = ready;
    ready = [];
    return some;
  };
  for await (const piece of pieces) {
    sum.crc = crc32(piece, sum.crc);
    sum.size += piece.length;
    deflate.push(piece);
    yield* take();
  }
  deflate.push(new Uint8Array(), true);
  yield* take();
  yield descriptor(sum);
  return { name, isStreamed: true, ...sum };
}

function* contents(listed: readonly Listed[], offset: number): Generator<Uint8Array> {
  let size = 0;
  let lines: Uint8Array[] = [];
  let length = 0;
  for (const file of listed) {
    const line = centralHeader(file);
    lines.push(line);
    length += line.length;
    if (length < PIECE) continue;
    yield joinBytes(lines, length);
    size += length;
    [lines, length] = [[], 0];
  }
  size += length;
  const end = endOfZip({ count: listed.length, size, offset });
  yield joinBytes([...lines, end], length + end.length);
}

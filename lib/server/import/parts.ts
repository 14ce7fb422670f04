/** Which files does an upload bring? Its parts as they stream in, one after the other, none of them held as a whole. */

import 'server-only';

import type { Readable } from 'node:stream';

import { Busboy } from '@fastify/busboy/index.js';

import { IMPORT_LIMITS } from '@/lib/contract';

import { Failure } from '../failure';

export interface Part {
  index: number;
  fileName: string;
  /** To be read before the next part is asked for; what is left of it is passed over. */
  bytes: AsyncIterable<Uint8Array>;
}

export interface Upload {
  /** The fields that came before the first part. */
  fields: ReadonlyMap<string, string>;
  parts: AsyncIterable<Part>;
  /** Ends the parts: what is still sent is passed over. */
  stop(reason: Error): void;
}

/** Options name at most as many entries as an archive may have. */
const FIELD_BYTES = 1024 * 1024;

/** Opens an upload. Throws a failure for a body that is none. */
export function openUpload(request: Request): Upload {
  const busboy = makeBusboy(request);
  const fields = new Map<string, string>();
  const queue = new PartQueue();
  let index = 0;
  busboy.on('field', (name, value) => fields.set(name, value));
  busboy.on('file', (_field, stream, fileName) => {
    // Whoever reads it hears of a broken upload from the queue; unheard, its error would end the server.
    stream.on('error', () => undefined);
    queue.put({ index: index++, fileName: fileName ?? '', stream });
  });
  busboy.on('error', () => queue.end(new Failure('invalid_input', BROKEN)));
  busboy.on('finish', () => queue.end());
  busboy.on('filesLimit', () => queue.end(new Failure('too_large', TOO_MANY)));
  busboy.on('partsLimit', () => queue.end(new Failure('too_large', TOO_MANY)));
  void pump(request, busboy, queue);
  return { fields, parts: queue.read(), stop: (reason) => queue.end(reason) };
}

const BROKEN = 'The upload broke off or is damaged. Send it again.';
const TOO_MANY = `Send at most ${IMPORT_LIMITS.filesPerRequest} files at once, or a zip of them.`;
const TOO_LARGE = `An upload may have at most ${IMPORT_LIMITS.bodyBytes / 2 ** 20} MiB.`;

function makeBusboy(request: Request): Busboy {
  if (Number(request.headers.get('content-length') ?? 0) > IMPORT_LIMITS.bodyBytes) {
    throw new Failure('too_large', TOO_LARGE);
  }
  try {
    if (!request.headers.get('content-type')?.startsWith('multipart/')) throw new TypeError('no multipart');
    return new Busboy({
      headers: Object.fromEntries(request.headers),
      preservePath: true,
      limits: {
        fieldSize: FIELD_BYTES,
        fields: 4,
        files: IMPORT_LIMITS.filesPerRequest,
        parts: IMPORT_LIMITS.filesPerRequest + 4,
        headerPairs: 20,
        headerSize: 16 * 1024,
      },
    });
  } catch {
    throw new Failure('invalid_input', 'Send the files as the parts of a form (multipart/form-data).');
  }
}

/** Feeds the parser. What nobody reads any more is passed over: a browser reads the answer only when all is sent. */
async function pump(request: Request, busboy: Busboy, queue: PartQueue): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > IMPORT_LIMITS.bodyBytes) {
        queue.end(new Failure('too_large', TOO_LARGE));
        return;
      }
      if (queue.ended || busboy.write(chunk)) continue;
      await Promise.race([queue.closed, new Promise((resolve) => busboy.once('drain', resolve))]);
    }
    if (!queue.ended) busboy.end();
  } catch {
    queue.end(new Failure('invalid_input', BROKEN));
  }
}

interface Waiting {
  index: number;
  fileName: string;
  stream: Readable;
}

/** The parts between the parser, which brings several at once, and the one who reads them. */
class PartQueue {
  ended = false;
  readonly closed: Promise<void>;
  private readonly close: () => void;
  private readonly waiting: Waiting[] = [];
  private fault: Error | null = null;
  private wake: () => void = () => undefined;
  private isRead = true;

  constructor() {
    let close = () => {};
    this.closed = new Promise((resolve) => {
      close = resolve;
    });
    this.close = close;
  }

  put(part: Waiting): void {
    if (!this.isRead || this.ended) part.stream.resume();
    else this.waiting.push(part);
    this.wake();
  }

  end(fault: Error | null = null): void {
    if (this.ended) return;
    this.ended = true;
    this.fault = fault;
    this.close();
    this.wake();
  }

  async *read(): AsyncGenerator<Part> {
    try {
      for (;;) {
        const part = this.waiting.shift();
        if (part) {
          const { index, fileName, stream } = part;
          const bytes = this.bytesOf(stream);
          try {
            yield { index, fileName, bytes };
          } finally {
            // A reader that stopped in the middle still listens; as long as it does, nothing flows.
            void bytes
              .return(undefined)
              .catch(() => undefined)
              .finally(() => stream.resume());
          }
        } else if (this.ended) {
          if (this.fault) throw this.fault;
          return;
        } else {
          await new Promise<void>((resolve) => {
            this.wake = resolve;
          });
        }
      }
    } finally {
      this.isRead = false;
      for (const { stream } of this.waiting.splice(0)) stream.resume();
    }
  }

  /** A stream that is destroyed would stop the parser, and one that never ends would keep its reader. */
  private async *bytesOf(stream: Readable): AsyncGenerator<Uint8Array> {
    const stop = () => stream.destroy(this.fault ?? undefined);
    void this.closed.then(() => this.fault && stop());
    try {
      for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
    } catch {
      throw this.fault ?? new Failure('invalid_input', BROKEN);
    }
  }
}

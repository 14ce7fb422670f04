/** Where do lines wait until somebody reads them, however slowly? In one file that nobody else can open. */

import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { joinBytes } from '../import/bytes';

const PIECE = 65_536;
const LINE_END = 10;

const encoder = new TextEncoder();

/** Files of lines, one behind the other. */
export class Spool {
  private readonly places = new Map<string, { from: number; to: number }>();
  private length = 0;

  private constructor(
    private readonly file: FileHandle,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'muster-export-'));
    const name = path.join(folder, 'lines');
    const file = await open(name, 'wx+', 0o600);
    // Without a name it goes with this process, however that ends; where a system wants none of it, with `close`.
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    return new Spool(file, folder);
  }

  /** The files in the order in which they were kept. */
  get names(): string[] {
    return [...this.places.keys()];
  }

  /** Keeps a file, each piece of which is whole lines. */
  async keep(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const from = this.length;
    for await (const piece of pieces) {
      const bytes = encoder.encode(piece);
      await this.file.write(bytes, 0, bytes.length, this.length);
      this.length += bytes.length;
    }
    this.places.set(name, { from, to: this.length });
  }

  /** Yields a file again, in pieces of whole lines. */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const place = this.places.get(name);
    if (!place) throw new Error(`${name} was not kept`);
    let rest: Uint8Array = new Uint8Array();
    for (let at = place.from; at < place.to; ) {
      const buffer = new Uint8Array(Math.min(PIECE, place.to - at));
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) throw new Error('the kept lines were cut off');
      at += bytesRead;
      const all = joinBytes([rest, buffer.subarray(0, bytesRead)], rest.length + bytesRead);
      const end = all.lastIndexOf(LINE_END) + 1;
      if (end > 0) yield all.subarray(0, end);
      rest = all.subarray(end);
    }
    if (rest.length > 0) yield rest;
  }

  /** Yields the values of a file of JSON Lines, in batches. */
  async *values<T>(name: string): AsyncGenerator<T[]> {
    for await (const piece of this.read(name)) {
      const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece).split('\n');
      yield lines.filter(Boolean).map((line) => JSON.parse(line) as T);
    }
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** How is a stream read in pieces of a wanted size? In order, holding no more than was asked for and one chunk. */

import { joinBytes } from './bytes';

export class ByteReader {
  /** Where the next byte lies in the stream. */
  offset = 0;
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Uint8Array[] = [];
  private heldBytes = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next `size` bytes without moving on; fewer only at the end. */
  async peek(size: number): Promise<Uint8Array> {
    while (this.heldBytes < size && (await this.fill()));
    const [first = new Uint8Array(), second] = this.held;
    if (first.length >= size || !second) return first.subarray(0, size);
    const joined = joinBytes(this.held, this.heldBytes);
    this.held = [joined];
    return joined.subarray(0, size);
  }

  /** The next `size` bytes; fewer only at the end. */
  async take(size: number): Promise<Uint8Array> {
    const bytes = await this.peek(size);
    this.drop(bytes.length);
    return bytes;
  }

  /** The next bytes, whatever came, at most `most`; none at the end. */
  async chunk(most: number): Promise<Uint8Array> {
    if (this.heldBytes === 0) await this.fill();
    const first = this.held[0]?.subarray(0, most) ?? new Uint8Array();
    this.drop(first.length);
    return first;
  }

  /** Puts bytes back that were read too many. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.held.unshift(bytes);
    this.heldBytes += bytes.length;
    this.offset -= bytes.length;
  }

  /** Moves on by `size` bytes; returns how many there were. */
  async skip(size: number): Promise<number> {
    let left = size;
    while (left > 0) {
      const { length } = await this.chunk(left);
      if (length === 0) break;
      left -= length;
    }
    return size - left;
  }

  /** All that is left, in chunks as they come. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = await this.chunk(Number.POSITIVE_INFINITY);
      if (chunk.length === 0) return;
      yield chunk;
    }
  }

  private async fill(): Promise<boolean> {
    for (;;) {
      const { done, value } = await this.source.next();
      if (done) return false;
      if (value.length === 0) continue;
      this.held.push(value);
      this.heldBytes += value.length;
      return true;
    }
  }

  private drop(size: number): void {
    this.offset += size;
    this.heldBytes -= size;
    let left = size;
    while (left > 0) {
      const first = this.held[0] as Uint8Array;
      if (first.length > left) {
        this.held[0] = first.subarray(left);
        return;
      }
      left -= first.length;
      this.held.shift();
    }
  }
}

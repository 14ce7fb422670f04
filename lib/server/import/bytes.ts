/** How are bytes joined, read as numbers and summed? */

import * as zlib from 'node:zlib';

export function joinBytes(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The checksum that zips carry; `value` goes on from the sum of what came before. The types are older than Node. */
export const { crc32 } = zlib as unknown as { crc32(bytes: Uint8Array, value?: number): number };

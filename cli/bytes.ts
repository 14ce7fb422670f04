/** Where in the bytes of a file is an offset of its text, also where the bytes are no UTF-8? */

import type { Replacement } from '@/lib/text';

/** Reads bytes as Claude Code does: UTF-8, each broken sequence becomes U+FFFD, a byte order mark stays. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Writes text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Tells whether two files hold the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/**
 * Makes the replacements, whose offsets are of the decoded text, in the bytes themselves: every byte outside them
 * stays, also one that is no UTF-8.
 */
export function replaceInBytes(bytes: Uint8Array, replacements: readonly Replacement[]): Uint8Array {
  const sorted = [...replacements].sort((a, b) => a.from - b.from || a.to - b.to);
  const places = byteOffsets(
    bytes,
    sorted.flatMap(({ from, to }) => [from, to]),
  );
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [index, { insert }] of sorted.entries()) {
    parts.push(bytes.subarray(at, places[2 * index]), encodeText(insert));
    at = places[2 * index + 1] ?? at;
  }
  parts.push(bytes.subarray(at));
  return joinBytes(parts);
}

/** Returns the byte offsets of ascending UTF-16 offsets of the decoded text. */
export function byteOffsets(bytes: Uint8Array, offsets: readonly number[]): number[] {
  const result: number[] = [];
  let at = 0;
  let units = 0;
  for (const offset of offsets) {
    while (units < offset && at < bytes.length) {
      const length = sequenceLength(bytes, at);
      // Four bytes are taken only for a whole sequence, which is a surrogate pair.
      units += length === 4 ? 2 : 1;
      at += length;
    }
    result.push(at);
  }
  return result;
}

/** What may follow a leading byte: how long the sequence is and the range of its second byte. */
function shapeOf(lead: number): { length: number; low: number; high: number } {
  if (lead < 0x80) return { length: 1, low: 0, high: 0 };
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 2, low: 0x80, high: 0xbf };
  if (lead >= 0xe0 && lead <= 0xef) {
    return { length: 3, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { length: 4, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
  }
  return { length: 0, low: 0, high: 0 };
}

/** The bytes that decode to one character, or to one U+FFFD: the longest beginning of a sequence. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const { length, low, high } = shapeOf(bytes[at] ?? 0);
  let taken = 1;
  while (taken < length) {
    const next = bytes[at + taken] ?? 0;
    const fits = taken === 1 ? next >= low && next <= high : next >= 0x80 && next <= 0xbf;
    if (!fits) break;
    taken++;
  }
  return taken;
}

/** Which bytes is a text, and which text are those bytes? Exactly, or not at all. */

import { createHash } from 'node:crypto';

const encoder = new TextEncoder();
/** Fatal, so that it never stands in U+FFFD for what it cannot read; and a leading BOM is text, too. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Returns the UTF-8 bytes of `text` with their SHA-256 in hex. Throws a RangeError for half a surrogate
 * pair, which UTF-8 cannot carry.
 */
export function textToBytes(text: string): { bytes: Uint8Array; sha256: string } {
  const bytes = encoder.encode(text);
  if (bytesToText(bytes) !== text) throw new RangeError('The text has half a surrogate pair in it.');
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Returns the text of `bytes`, with a leading BOM where there is one. */
export function bytesToText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

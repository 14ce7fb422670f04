/** What is a new row called? */

import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * Returns a new identifier of 26 characters: 48 bits of time, so that rows made later sort later, and 80
 * random bits. Lower-case letters and digits without i, l, o, u.
 */
export function newId(now: number): string {
  let time = now;
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = (ALPHABET[time % 32] ?? '') + head;
    time = Math.floor(time / 32);
  }
  const bytes = randomBytes(16);
  let tail = '';
  for (const byte of bytes) tail += ALPHABET[byte % 32] ?? '';
  return head + tail;
}

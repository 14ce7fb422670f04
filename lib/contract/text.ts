/** Which texts and identifiers does every database hold as they are? */

import { z } from './zod';

/** NUL and halves of surrogate pairs: PostgreSQL refuses the one, UTF-8 has no form for the other. */
const UNSTORABLE = /\u0000|\p{Cs}/u;
/** What would break a line, or act on a terminal. */
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** An identifier that we made. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'This is no identifier of ours. Reload the page.');

/** Text of at most `max` UTF-16 code units, kept as it is. */
export function exact(max: number) {
  return storable(z.string(), max);
}

/** Text of at most `max` UTF-16 code units, of several lines perhaps. */
export function prose(max: number) {
  return storable(z.string().trim(), max);
}

function storable(text: z.ZodString, max: number) {
  return text
    .max(max, `Use at most ${max} characters.`)
    .refine((given) => !UNSTORABLE.test(given), 'This holds a character that cannot be kept. Type it anew.');
}

/** One line of 1 to `max` UTF-16 code units; `missing` says what to give when it is empty. */
export function line(max: number, missing: string) {
  return prose(max)
    .min(1, missing)
    .refine((text) => !CONTROL.test(text), 'Use one line, without control characters.');
}

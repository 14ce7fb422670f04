/** Did a database undo a transaction only because others were at work, so that it may be tried again? */

/** `serialization_failure`, `deadlock_detected`: the server rolled back and asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
/** `foreign_key_violation` of a version's text: it went with the last agent that said it, just as another one came. */
const TEXT_WENT = { code: '23503', constraint: 'versions_text_fk' };

/** Says whether doing the same once more may go well. Drizzle wraps the driver's error, whose code says what happened. */
export function isTransient(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause) || typeof cause.code !== 'string') continue;
    const isTextGone = 'constraint' in cause && cause.constraint === TEXT_WENT.constraint;
    return TRY_AGAIN.has(cause.code) || (cause.code === TEXT_WENT.code && isTextGone);
  }
  return false;
}

/** How is a stretch of a text kept, so that it is found again when the text has changed? */

/** A stretch as it was: its offsets, what it said, and what stood on both sides. UTF-16 code units. */
export interface Quoted {
  from: number;
  to: number;
  quote: string;
  before: string;
  after: string;
}

/** The most of a stretch that is kept; of a longer one its beginning stands for it. */
export const MAX_QUOTE = 1_000;
/** How much of each side is kept. */
export const CONTEXT = 32;

/**
 * Keeps the stretch between two offsets, without half characters; null when it holds nothing but blanks.
 *
 * @example quoteOf('Never drop tables.', 6, 10)?.quote // 'drop'
 */
export function quoteOf(text: string, from: number, to: number): Quoted | null {
  const start = snap(text, Math.max(0, from));
  const end = snap(text, Math.min(to, start + MAX_QUOTE, text.length));
  const quote = text.slice(start, end);
  if (quote.trim() === '') return null;
  return {
    from: start,
    to: end,
    quote,
    before: text.slice(snap(text, Math.max(0, start - CONTEXT)), start),
    after: text.slice(end, snap(text, Math.min(text.length, end + CONTEXT))),
  };
}

/** The offset, or the one before it where it would split a character. */
export function snap(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  const former = text.charCodeAt(offset - 1);
  const splits = unit >= 0xdc00 && unit <= 0xdfff && former >= 0xd800 && former <= 0xdbff;
  return splits ? offset - 1 : offset;
}

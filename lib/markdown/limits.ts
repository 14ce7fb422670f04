/** How much Markdown is rendered in one piece, so that no text can hold up a keystroke? Lengths are UTF-16 code units. */

/** A list, quotation, table or code block longer than this is shown as several pieces. */
export const PIECE_LENGTH = 4_000;

/** A run of text longer than this without a line end is shown as it is written. */
export const INLINE_LENGTH = 8_000;

/** How deep quotations, lists and emphasis may nest; what lies deeper is shown as it is written. */
export const NESTING = 24;

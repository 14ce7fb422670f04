/** Is a text whole, or does it hold half a character? */

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = new RegExp(LONE_SURROGATE, 'gu');

/** Returns the offset of the first surrogate without its other half, or -1; such a text cannot be UTF-8. */
export function loneSurrogateAt(text: string): number {
  return text.search(LONE_SURROGATE);
}

/** Returns the text with a replacement character in the place of each half character, as UTF-8 would have it. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, '\ufffd');
}

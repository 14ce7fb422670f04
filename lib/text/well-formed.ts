/** Is a text whole, or does it hold half a character? */

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Returns the offset of the first surrogate without its other half, or -1; such a text cannot be UTF-8. */
export function loneSurrogateAt(text: string): number {
  return text.search(LONE_SURROGATE);
}

/** What does a text hold that nobody sees, and that shows it otherwise than it is? */

/** Control characters but for tab and line ends, other ends of lines, and what turns the direction of what follows. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]/g;

/**
 * Returns the text with such characters written out; marks that languages and emoji are written with stay.
 *
 * @example showHidden('a\u202eb') // 'a\\u202eb'
 */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

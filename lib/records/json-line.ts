/** How is a value written as a line of JSON that every reader takes for one line? */

import { showHidden } from '@/lib/text';

/**
 * Returns the line with its end. It reads back as `JSON.stringify` would, also where a reader takes U+2028, U+2029 or
 * U+0085 for the end of a line, and shows nothing from right to left that is not.
 */
export function jsonLine(value: unknown): string {
  // Outside of strings JSON has none of them, and inside they may be written by their numbers.
  return `${showHidden(JSON.stringify(value))}\n`;
}

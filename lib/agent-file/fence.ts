/** Where does the front matter of a text begin and end, as Claude Code finds it? */

import type { TextRange } from '@/lib/text';

/** The parts of a text with front matter; together they cover all of it but a byte order mark. */
export interface Fences {
  opening: TextRange;
  yaml: TextRange;
  closing: TextRange;
  body: TextRange;
}

const BYTE_ORDER_MARK = '\uFEFF';
const FENCE = '---';

/** Returns 1 when `text` starts with a byte order mark, else 0. */
export function byteOrderMarkLength(text: string): 0 | 1 {
  return text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
}

/**
 * Finds the fences, or null when Claude Code sees no front matter. The opening one is `---`, white space and a
 * line end, at the very start; the closing one is the first `---` after it, wherever it stands, also in the middle
 * of a value. Looks no further than the closing fence's line.
 *
 * @example splitFences('---\nname: a\n---\nBody')?.body // { from: 16, to: 20 }
 */
export function splitFences(text: string): Fences | null {
  const start = byteOrderMarkLength(text);
  if (!text.startsWith(FENCE, start)) return null;
  const blankEnd = endOfBlank(text, start + FENCE.length);
  const lastLineEnd = text.lastIndexOf('\n', blankEnd - 1);
  if (lastLineEnd < start + FENCE.length) return null;
  const yamlStart = lastLineEnd + 1;
  const yamlEnd = text.indexOf(FENCE, yamlStart);
  if (yamlEnd === -1) return null;
  const bodyStart = endOfFenceLine(text, yamlEnd + FENCE.length);
  return {
    opening: { from: start, to: yamlStart },
    yaml: { from: yamlStart, to: yamlEnd },
    closing: { from: yamlEnd, to: bodyStart },
    body: { from: bodyStart, to: text.length },
  };
}

function endOfBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** The body starts on the next line; text on the fence's own line belongs to it too. */
function endOfFenceLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== '\n' && /\s/.test(text.charAt(at))) at++;
  return text.charAt(at) === '\n' ? at + 1 : at;
}

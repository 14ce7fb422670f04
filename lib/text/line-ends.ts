/** How do the lines of a text end? */

export type LineEnd = '\n' | '\r\n';

/**
 * Returns the line end that a new line at `offset` should have: that of the line before it, else of the line it
 * stands in, else `\n`.
 *
 * @example lineEndAt('a\r\nb', 3) // '\r\n'
 */
export function lineEndAt(text: string, offset: number): LineEnd {
  const before = offset > 0 ? text.lastIndexOf('\n', offset - 1) : -1;
  const end = before === -1 ? text.indexOf('\n', offset) : before;
  return end > 0 && text.charAt(end - 1) === '\r' ? '\r\n' : '\n';
}

/** Returns the end that most lines of `text` have; `\n` when there are none or as many of each. */
export function mainLineEnd(text: string): LineEnd {
  let all = 0;
  let withReturn = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    all++;
    if (at > 0 && text.charAt(at - 1) === '\r') withReturn++;
  }
  return withReturn * 2 > all ? '\r\n' : '\n';
}

/** Returns `text` with every CRLF and every single `\n` as `end`; a lone `\r` stays. */
export function withLineEnds(text: string, end: LineEnd): string {
  return text.replace(/\r?\n/g, end);
}

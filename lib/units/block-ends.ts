/** On which line does a block end that says so itself? */

import { isDrawing, type Line, readFence, readMarker } from './lines';

export const COMMENT = '<!--';
const MARKDOWN = /^(?:markdown|md|mdx)\b/i;

/** Finds the last line of a block by its first one. Looks once for what may not come, so that a text takes linear time. */
export class BlockEnds {
  private isNestingTried = false;
  private isCommentOpenEnded = false;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
  ) {}

  /** The line that closes a fence, else the last that is not blank. Markdown shown in a fence may hold fences itself. */
  endOfFence(first: number, signs: string, info: string): number {
    const isMarkdown = MARKDOWN.test(info) && !this.isNestingTried;
    const nested = isMarkdown ? this.closingFence(first, signs, true) : null;
    if (isMarkdown && nested === null) this.isNestingTried = true;
    return nested ?? this.closingFence(first, signs, false) ?? this.lastFilled(first);
  }

  private closingFence(first: number, signs: string, withNested: boolean): number | null {
    let open = 1;
    for (let at = first + 1; at < this.lines.length; at++) {
      const line = this.lines[at];
      if (!line || this.text.charAt(line.start) !== signs.charAt(0)) continue;
      const fence = readFence(this.text.slice(line.start, line.end));
      if (!fence?.signs.startsWith(signs)) continue;
      if (fence.info === '') open--;
      else if (withNested) open++;
      if (open === 0) return at;
    }
    return null;
  }

  /** The line that closes a comment; null when none does. */
  endOfComment(first: number): number | null {
    if (this.isCommentOpenEnded) return null;
    const begin = this.lines[first]?.start ?? 0;
    const close = this.text.indexOf('-->', begin + COMMENT.length);
    let at = first;
    while (close !== -1 && at < this.lines.length && (this.lines[at]?.end ?? 0) < close) at++;
    if (close !== -1 && at < this.lines.length) return at;
    this.isCommentOpenEnded = true;
    return null;
  }

  /** The last line that is indented as code and begins no item. */
  endOfIndented(first: number): number {
    let last = first;
    for (let at = first + 1; at < this.lines.length; at++) {
      const line = this.lines[at];
      if (!line || line.start === line.end) continue;
      if (line.column < 4 || readMarker(this.text, line)) break;
      last = at;
    }
    return last;
  }

  /** The last line of a drawing made of characters. */
  endOfDrawing(first: number): number {
    let at = first;
    for (;;) {
      const next = this.lines[at + 1];
      if (!next || !isDrawing(this.text.slice(next.start, next.end))) return at;
      at++;
    }
  }

  private lastFilled(first: number): number {
    let at = this.lines.length - 1;
    while (at > first && this.lines[at]?.start === this.lines[at]?.end) at--;
    return at;
  }
}

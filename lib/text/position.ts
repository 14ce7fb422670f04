/** Where in the lines of a text is an offset? */

/** A place as an editor shows it: `line` and `column` count from 1, `column` in UTF-16 code units. */
export interface Position {
  line: number;
  column: number;
}

/** Returns the offsets at which the lines of `text` start; lines end with `\n`, so CRLF counts once. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Returns the position of `offset`, given the line starts of the text; offsets beyond the end are clamped to the last line. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

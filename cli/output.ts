/** Where do results and notices go? */

/** The streams of a command: `out` takes only the result, `err` everything else. */
export interface Streams {
  out: (text: string | Uint8Array) => void;
  err: (text: string) => void;
  /** Says how far long work is, in place of what was said so last; null when it is done. */
  progress: (text: string | null) => void;
}

/** Tells the person one thing in one line, whatever stands in the names and values in it. */
export function say(streams: Pick<Streams, 'err'>, text: string): void {
  streams.err(`muster: ${printable(text)}\n`);
}

/** What a command ends with: 0 done, 1 refused, or errors or duplicates found, 2 wrong usage or no file to look at. */
export type ExitCode = 0 | 1 | 2;

/** Wrong usage: `message` says what is wrong and `instead`, in lines, what to type. */
export class UsageError extends Error {
  readonly instead: readonly string[];

  constructor(message: string, ...instead: string[]) {
    super(message);
    this.instead = instead;
  }
}

/** Ends the command quietly when the reader of its output has gone, as `muster read … | head` does. */
export function closeOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
}

/** Makes text of a file safe to show: a terminal would obey its control characters. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    if (character === '\n') return '⏎';
    if (character === '\t') return ' ';
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** Puts rows under each other in columns as wide as their longest cell; the last column is left as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return rows
    .map(
      (row) =>
        `${row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ')}\n`,
    )
    .join('');
}

/** Shortens a cell to `most` characters with an ellipsis. */
export function clip(text: string, most: number): string {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

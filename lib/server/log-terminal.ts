/** How does a line of the log read on a terminal? Time, level, words, and what else it says as key=value. */

const HIDDEN = new Set(['time', 'level', 'msg', 'err']);

interface Line {
  time: number;
  level: string;
  msg?: string;
  err?: { type: string; message?: string; query?: string; stack?: string };
}

/** Returns a stream that takes JSON lines and writes readable ones. Values stay quoted: no control character gets through. */
export function terminalLines(stream: { write(text: string): unknown }): { write(line: string): void } {
  return { write: (line) => void stream.write(readable(JSON.parse(line) as Line & Record<string, unknown>)) };
}

function readable(line: Line & Record<string, unknown>): string {
  const time = new Date(line.time).toTimeString().slice(0, 8);
  const rest = Object.entries(line)
    .filter(([key]) => !HIDDEN.has(key))
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const { err } = line;
  const cause = err ? `\n  ${printable(err.stack ?? `${err.type}: ${err.message ?? err.query ?? ''}`)}` : '';
  return `${time} ${line.level.padEnd(5)} ${printable(line.msg ?? '')}${rest.join('')}${cause}\n`;
}

/** Without what moves the cursor or colours the screen; line ends of a stack stay. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n]/gu, '\uFFFD');
}

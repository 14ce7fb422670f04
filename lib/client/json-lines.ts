/** What does an answer say that comes piece by piece? One JSON value a line. */

/**
 * Returns a taker of text that gives each line as its value as soon as it is whole; blank lines are passed over. Throws
 * when a line is no JSON.
 */
export function jsonLineTaker<Line>(onLine: (line: Line) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(JSON.parse(line) as Line);
  };
}

/**
 * Reads the values of a body as they come, wherever its pieces were cut. A last line needs no line end. Rejects when a
 * line is no JSON or the connection breaks.
 */
export async function readJsonLines<Line>(
  body: ReadableStream<Uint8Array>,
  onLine: (line: Line) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const take = jsonLineTaker(onLine);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    take(decoder.decode(value, { stream: true }));
  }
  take(`${decoder.decode()}\n`);
}

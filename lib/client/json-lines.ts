/** What does an answer say that comes piece by piece? One JSON value a line. */

/**
 * Reads the values of a body as they come, wherever its pieces were cut. A last line needs no line end; blank lines are
 * passed over. Rejects when a line is no JSON or the connection breaks.
 */
export async function readJsonLines<Line>(
  body: ReadableStream<Uint8Array>,
  onLine: (line: Line) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') onLine(JSON.parse(line) as Line);
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    take(decoder.decode(value, { stream: true }));
  }
  take(`${decoder.decode()}\n`);
}

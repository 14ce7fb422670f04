/** How is a raw file shown so that a keystroke redraws only the lines around it? */

const LEAST_LINES = 8;
const MOST_LINES = 80;
const MOST_CHARACTERS = 20_000;

/**
 * Cuts a text into chunks of some lines; joined they are the text. Where a chunk ends depends on the lines
 * themselves, so that a new line moves the cuts near it and no others.
 */
export function fileChunks(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  let lines = 0;
  let lineStart = 0;
  while (lineStart < text.length) {
    const feed = text.indexOf('\n', lineStart);
    const end = feed === -1 ? text.length : feed + 1;
    lines++;
    const isCut = lines >= LEAST_LINES && isMarked(text, lineStart, end);
    if (isCut || lines >= MOST_LINES || end - start >= MOST_CHARACTERS || end === text.length) {
      chunks.push(text.slice(start, end));
      start = end;
      lines = 0;
    }
    lineStart = end;
  }
  return chunks;
}

/** Picks about one line in eight, by what is in it. */
function isMarked(text: string, from: number, to: number): boolean {
  return (to - from + text.charCodeAt(from) + text.charCodeAt((from + to) >> 1)) % 8 === 0;
}

/** Makes one element of each chunk, as text. */
export function buildLines(chunks: readonly string[]): Element[] {
  return chunks.map((chunk) => {
    const element = document.createElement('div');
    element.textContent = chunk;
    return element;
  });
}

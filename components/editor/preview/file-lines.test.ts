import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fileChunks } from './file-lines';

describe('the raw file in chunks', () => {
  it('loses nothing', () => {
    const line = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 300 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        expect(fileChunks(text).join('')).toBe(text);
      }),
    );
  });

  it('cuts anew only near a new line', () => {
    const lines = Array.from({ length: 2_000 }, (_, at) => `line ${at * 7919} of a file`);
    const before = new Set(fileChunks(lines.join('\n')));
    const after = fileChunks(lines.toSpliced(900, 0, 'a new line').join('\n'));
    expect(after.length).toBeGreaterThan(20);
    expect(after.filter((chunk) => !before.has(chunk)).length).toBeLessThan(5);
  });
});

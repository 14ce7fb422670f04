import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { markQuery } from './mark-query';

const marked = (text: string, query: string) =>
  markQuery(text, query)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('marks of a search', () => {
  it.each([
    ['Code-Reviewer codes', 'code rev', ['Code', 'Rev']],
    ['Finds deadlocks', 'lock', []],
    ['並行処理を調べる', '処理', ['処理']],
    ['a+b (c)', 'b c', ['b', 'c']],
    ['anything', '', []],
    ['anything', '!?', []],
  ])('%s, %s', (text, query, words) => {
    expect(marked(text, query)).toEqual(words);
  });

  it('leave the text as it is', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (said, query) => {
        const pieces = markQuery(said, query);
        expect(pieces.map((piece) => piece.text).join('')).toBe(said);
        for (const piece of pieces) expect(said.startsWith(piece.text, piece.at)).toBe(true);
      }),
    );
  });
});

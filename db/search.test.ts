import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { toSearchTerms, toSearchText, toSortKey } from './search';

describe('toSearchText', () => {
  test('folds case and width, splits words, pairs the characters of unspaced scripts', () => {
    expect(toSearchText(['Code-Reviewer_2', 'code ＡＢＣ'])).toBe('code reviewer 2 abc');
    expect(toSearchText(['日本語'])).toBe('日 日本 本 本語 語');
    expect(toSearchText(['v2の日 x'])).toBe('v2 の の日 日 x');
    expect(toSearchText(['👍 --- "\'\\', ''])).toBe('');
  });

  test('only ever gives letters, marks and digits, each word once, within its bounds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 5 }), (parts) => {
        const text = toSearchText(parts);
        expect(text).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*)?$/u);
        const words = text.split(' ');
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect([...word].length).toBeLessThanOrEqual(40);
      }),
    );
    const large = toSearchText([Array.from({ length: 50_000 }, (_, i) => `${i}${'語'.repeat(9)}`).join(' ')]);
    expect(large.split(' ').length).toBeLessThanOrEqual(20_000);
    const wide = toSearchText([Array.from({ length: 9000 }, (_, i) => `${i}${'é'.repeat(39)}`).join(' ')]);
    expect(Buffer.byteLength(wide)).toBeLessThanOrEqual(512 * 1024);
  });
});

describe('toSearchTerms', () => {
  test('asks for every word, the last one last', () => {
    expect(toSearchTerms('Lock  finder lock')).toEqual(['finder', 'lock']);
    expect(toSearchTerms('日本語 x')).toEqual(['日本', '本語', 'x']);
    expect(toSearchTerms('日')).toEqual(['日']);
    expect(toSearchTerms(`"' OR 1=1 --`)).toEqual(['or', '1']);
    expect(toSearchTerms('!!')).toEqual([]);
    expect(toSearchTerms('a'.repeat(100))).toEqual(['a'.repeat(40)]);
    expect(toSearchTerms(Array.from({ length: 99 }, (_, i) => `w${i}`).join(' '))).toHaveLength(16);
  });

  test('every term is among the words of the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const words = new Set(toSearchText([text]).split(' '));
        for (const term of toSearchTerms(text)) expect(words).toContain(term);
      }),
    );
  });
});

test('toSortKey orders without case and width', () => {
  expect(['b', 'Ａ', 'c', 'B'].sort((x, y) => (toSortKey(x) < toSortKey(y) ? -1 : 1))).toEqual([
    'Ａ',
    'b',
    'B',
    'c',
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compareShingles, listShingles } from './shingles';

const count = (text: string) => listShingles(text).length;
const jaccard = (a: string, b: string) => compareShingles(listShingles(a), listShingles(b)).jaccard;

describe('listShingles', () => {
  test('counts distinct runs of five words', () => {
    expect(count('one two three four five')).toBe(1);
    expect(count('one two three four five six')).toBe(2);
    expect(count('one two three four five one two three four five')).toBe(5);
    expect(count('a a a a a a a a a a')).toBe(1);
  });

  test('a shorter text has one, an empty text none', () => {
    expect(count('Be brief.')).toBe(1);
    expect(count(' \n-- ***\t')).toBe(0);
    expect(count('')).toBe(0);
    expect(jaccard('Be brief.', 'be *brief*')).toBe(1);
    expect(jaccard('Be brief.', 'Be brief now.')).toBe(0);
    expect(jaccard('', '')).toBe(0);
  });

  test('case, marks of Markdown, line ends and the form of apostrophes and accents do not matter', () => {
    const text = "Don't push to the café's main branch, ever: ask first.";
    const other = '- DON’T **push**\r\n  to the cafe\u0301’s `main` branch —\r\never… ask first';
    expect(listShingles(other)).toEqual(listShingles(text));
  });

  test('an apostrophe at the edge of a word is no part of it', () => {
    expect(listShingles("say 'yes' or the users' no")).toEqual(listShingles('say yes or the users no'));
  });

  test('the order of words matters', () => {
    expect(jaccard('read the file and then write', 'write the file and then read')).toBe(0);
  });

  test('Han, kana, Hangul and Thai count by the character', () => {
    expect(count('設計資料庫與')).toBe(2);
    expect(count('テストを書く')).toBe(2);
    expect(count('문서를쓴다')).toBe(1);
    expect(count('𠀀𠀁𠀂𠀃𠀄𠀅')).toBe(2);
    expect(count('ทดสอบกนก')).toBe(4);
  });

  test('words of other scripts count whole, with their marks', () => {
    expect(count('नमस्ते दुनिया यह एक परीक्षण है')).toBe(2);
    expect(count('Эти агенты пишут хорошие тесты всегда')).toBe(2);
  });

  test('pictures are no words', () => {
    expect(listShingles('⚡️ fast ✅ and 1️⃣ safe one')).toEqual(listShingles('fast and 1 safe one'));
  });

  test('any text, lone surrogates among them: ascending, distinct, no more than its words', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
          maxLength: 300,
        }),
        (text) => {
          const shingles = listShingles(text);
          for (let at = 1; at < shingles.length; at++)
            expect(shingles[at]).toBeGreaterThan(shingles[at - 1] as number);
          expect(shingles.length).toBeLessThanOrEqual(
            Math.max(1, text.normalize('NFC').toLowerCase().length),
          );
        },
      ),
    );
  });
});

describe('compareShingles', () => {
  test('agrees with sets', () => {
    const set = fc.uniqueArray(fc.integer({ min: 0, max: 60 })).map((list) => Uint32Array.from(list).sort());
    fc.assert(
      fc.property(set, set, (a, b) => {
        const shared = [...a].filter((hash) => b.includes(hash)).length;
        const found = compareShingles(a, b);
        expect(found.shared).toBe(shared);
        expect(found.jaccard).toBe(shared === 0 ? 0 : shared / new Set([...a, ...b]).size);
        expect(found.containment).toBe(shared === 0 ? 0 : shared / Math.min(a.length, b.length));
      }),
    );
  });
});

test('one set compared with many shares as much as two compared once', () => {
  const set = fc
    .uniqueArray(fc.oneof(fc.constantFrom(0, 1, 64, 128, 0xffffffff), fc.nat(200)), { maxLength: 60 })
    .map((list) => Uint32Array.from(list).sort());
  fc.assert(
    fc.property(set, fc.array(set, { minLength: 3 }), (one, others) => {
      for (const other of others) {
        const shared = [...one].filter((hash) => other.includes(hash)).length;
        expect(compareShingles(one, other).shared).toBe(shared);
        expect(compareShingles(other, one).shared).toBe(shared);
      }
    }),
  );
});

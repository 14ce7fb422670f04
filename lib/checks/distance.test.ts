import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { editDistance } from '@/lib/text';

import { nearestWord } from './distance';

describe('editDistance', () => {
  test.each([
    ['model', 'model', 0],
    ['modle', 'model', 1],
    ['modell', 'model', 1],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ])('%s, %s', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
  });

  test('is symmetric, and zero only for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });
});

describe('nearestWord', () => {
  const words = ['model', 'memory', 'permissionMode', 'disallowedTools', 'color'];
  test.each([
    ['Model', 'model'],
    ['permission-mode', 'permissionMode'],
    ['disalowed_tools', 'disallowedTools'],
    ['colour', 'color'],
    ['mode', 'model'],
    ['emoji', null],
    ['tags', null],
    ['version', null],
    ['x'.repeat(100_000), null],
  ])('%s', (word, expected) => {
    expect(nearestWord(word, words)).toBe(expected);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cluster, member, score } from './fixtures';
import { closestPair, pairIndex, scoreOf, shadeOf, walkCell } from './matrix';

test('every pair has its own place, row by row of the upper triangle', () =>
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (size) => {
      let next = 0;
      for (let one = 0; one < size; one++)
        for (let other = one + 1; other < size; other++) {
          expect(pairIndex(one, other, size)).toBe(next);
          expect(pairIndex(other, one, size)).toBe(next++);
        }
    }),
    { numRuns: 20 },
  ));

const members = ['1', '2', '3'].map((id) => member(id));

test('the pair to begin with is of the strongest tier, then of the highest score', () => {
  const copy = score({ tier: 'copy', score: 0.7 });
  expect(closestPair({ members, scores: [score({ score: 0.9 }), copy, score()] })).toEqual([0, 2]);
  expect(closestPair({ members, scores: [score(), score(), score({ score: 0.61 })] })).toEqual([1, 2]);
  expect(closestPair(cluster('a', { members }))).toEqual([0, 1]);
});

test('a cluster that is too large has no scores, and begins with its first two', () => {
  const large = cluster('a', { members, scores: [] });
  expect(scoreOf(large, 0, 1)).toBeUndefined();
  expect(closestPair(large)).toEqual([0, 1]);
});

test.each([
  [0, 0],
  [0.29, 0],
  [0.3, 1],
  [0.6, 2],
  [0.7, 3],
  [1, 4],
])('%d has shade %d', (figure, shade) => expect(shadeOf(figure)).toBe(shade));

test.each<[string, [number, number], [number, number] | null]>([
  ['ArrowDown', [1, 0], [2, 0]],
  ['ArrowUp', [2, 1], null],
  ['ArrowRight', [2, 0], [2, 1]],
  ['ArrowRight', [2, 1], null],
  ['ArrowLeft', [1, 0], null],
  ['ArrowDown', [3, 0], null],
  ['Home', [3, 2], [3, 0]],
  ['End', [3, 0], [3, 2]],
  ['x', [2, 0], null],
])('%s from %j leads to %j', (key, from, to) => expect(walkCell(key, from, 4)).toEqual(to));

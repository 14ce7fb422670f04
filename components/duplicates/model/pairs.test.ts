import { expect, test } from 'vitest';

import { notDuplicatesInput } from '@/lib/contract';

import { cluster, member } from './fixtures';
import { inPortions, MOST_PAIRS, pairsApart, withoutPairs } from './pairs';

test('one who is set apart is in a pair with each other member', () => {
  expect(pairsApart(['a', 'b', 'c'], new Set(['b']))).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ]);
  expect(pairsApart(['a', 'b', 'c'], new Set(['a', 'b', 'c']))).toHaveLength(3);
  expect(pairsApart(['a', 'b'], new Set())).toEqual([]);
});

test('portions hold every pair once', () => {
  const pairs = pairsApart([...'abcdefg'], new Set('abcdefg'));
  expect(inPortions(pairs, 5).map(({ length }) => length)).toEqual([5, 5, 5, 5, 1]);
  expect(inPortions(pairs, 5).flat()).toEqual(pairs);
});

test('one action takes as many pairs as are sent at once, and no more', () => {
  const takes = (count: number) => {
    const pairs = Array.from({ length: count }, (): [string, string] => ['a', 'b']);
    return notDuplicatesInput.safeParse({ workspace: 'acme', pairs }).success;
  };
  expect([takes(MOST_PAIRS), takes(MOST_PAIRS + 1)]).toEqual([true, false]);
});

test('a cluster goes at once when all its pairs are set apart, and else stays until the next comparison', () => {
  const two = cluster('two', { members: [member('a'), member('b')] });
  const three = cluster('three', { members: [member('c'), member('d'), member('e')] });
  const left = withoutPairs(
    [two, three],
    [
      ['b', 'a'],
      ['c', 'd'],
    ],
  );
  expect(left.map(({ id }) => id)).toEqual(['three']);
  expect(withoutPairs([three], pairsApart(['c', 'd', 'e'], new Set('cde')))).toEqual([]);
});

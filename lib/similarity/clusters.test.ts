import { describe, expect, test } from 'vitest';

import { clusterPairs } from './clusters';
import type { Pair, Tier } from './types';

const pair = (a: string, b: string, tier: Tier, score: number): Pair => ({
  a,
  b,
  tier,
  score,
  jaccard: 0.1,
  containment: 0.2,
  role: score,
});

describe('clusterPairs', () => {
  test('the tier and the score are those of the weakest link, the strongest cluster comes first', () => {
    const pairs = [
      pair('d', 'e', 'role', 0.9),
      pair('a', 'b', 'copy', 0.7),
      pair('b', 'c', 'role', 0.6),
      pair('c', 'a', 'role', 0.8),
      pair('f', 'g', 'same', 1),
    ];
    expect(clusterPairs(['g', 'a', 'f', 'c', 'b', 'e', 'd', 'z'], pairs)).toEqual([
      { members: ['f', 'g'], tier: 'same', score: 1, reasons: [] },
      { members: ['d', 'e'], tier: 'role', score: 0.9, reasons: [] },
      { members: ['a', 'b', 'c'], tier: 'role', score: 0.6, reasons: [] },
    ]);
  });

  test('copies come together before roles, whatever their scores', () => {
    const pairs = [pair('a', 'b', 'role', 0.99), pair('b', 'c', 'copy', 0.6)];
    expect(clusterPairs(['a', 'b', 'c'], pairs)[0]?.members).toEqual(['b', 'c']);
  });

  test('the order of ids and pairs does not matter', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const pairs = [pair('a', 'b', 'role', 0.6), pair('b', 'c', 'role', 0.6), pair('c', 'd', 'role', 0.6)];
    const turned = pairs.map(({ a, b, ...score }) => ({ a: b, b: a, ...score })).reverse();
    expect(clusterPairs(ids.toReversed(), turned)).toEqual(clusterPairs(ids, pairs));
  });

  test('distinct pairs and unknown ids', () => {
    const pairs = [pair('a', 'b', 'copy', 0.9), pair('a', 'x', 'same', 1)];
    expect(clusterPairs(['a', 'b'], pairs, { distinct: [['b', 'a']] })).toEqual([]);
    expect(clusterPairs(['a', 'b'], pairs, { distinct: [['b', 'x']] })).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';

import { byStrength, groupPlaces as grouping, type PlaceGroup, placePair } from './clusters';
import type { Cluster, Tier } from './types';

const pair = (
  a: number,
  b: number,
  tier: Tier,
  score: number,
  overlap = { jaccard: 0.1, containment: 0.2 },
) => placePair(a, b, { tier, score, overlap });

function groupPlaces(...given: Parameters<typeof grouping>): PlaceGroup[] {
  const search = grouping(...given);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const membersOf = (groups: readonly { members: number[] }[]) => groups.map(({ members }) => members);

describe('groupPlaces', () => {
  test('the tier and the score are those of the weakest link', () => {
    const pairs = [
      pair(3, 4, 'role', 0.9),
      pair(0, 1, 'copy', 0.7),
      pair(1, 2, 'role', 0.6),
      pair(2, 0, 'role', 0.8),
    ];
    expect(groupPlaces(6, pairs, [])).toMatchObject([
      { members: [0, 1, 2], tier: 'role', score: 0.6 },
      { members: [3, 4], tier: 'role', score: 0.9 },
    ]);
  });

  test('the overlap is the least of the pairs whose texts were compared', () => {
    const pairs = [
      pair(0, 1, 'copy', 0.9, { jaccard: 0.3, containment: 0.9 }),
      pair(1, 2, 'copy', 0.8, { jaccard: 0.6, containment: 0.8 }),
      placePair(0, 2, { tier: 'role', score: 0.7, overlap: null }),
    ];
    expect(groupPlaces(3, pairs, [])).toMatchObject([{ overlap: { jaccard: 0.3, containment: 0.8 } }]);
  });

  test('copies come together before roles, whatever their scores', () => {
    const pairs = [pair(0, 1, 'role', 0.99), pair(1, 2, 'copy', 0.6)];
    expect(membersOf(groupPlaces(3, pairs, []))).toEqual([[1, 2]]);
  });

  test('the order of the pairs does not matter', () => {
    const pairs = [pair(0, 1, 'role', 0.6), pair(1, 2, 'role', 0.6), pair(2, 3, 'role', 0.6)];
    expect(groupPlaces(4, pairs.toReversed(), [])).toEqual(groupPlaces(4, pairs, []));
  });

  test('places that are set apart', () => {
    expect(groupPlaces(2, [pair(0, 1, 'copy', 0.9)], [[1, 0]])).toEqual([]);
    expect(groupPlaces(2, [pair(0, 1, 'copy', 0.9)], [[1, 5]])).toHaveLength(1);
  });
});

test('the strongest cluster comes first, equal ones by their members', () => {
  const cluster = (tier: Tier, score: number, ...members: string[]): Cluster => ({
    ...{ tier, score, members, reasons: [] },
  });
  const sorted = [
    cluster('same', 1, 'f', 'g'),
    cluster('copy', 0.6, 'h', 'i'),
    cluster('role', 0.9, 'a', 'b'),
    cluster('role', 0.9, 'd', 'e'),
  ];
  expect(sorted.toReversed().sort(byStrength)).toEqual(sorted);
});

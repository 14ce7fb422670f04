import { expect, test } from 'vitest';

import { rateClusters } from './pairwise';

const labels = new Map([
  ['a', 'x'],
  ['b', 'x'],
  ['c', 'x'],
  ['d', 'y'],
]);

test('counts pairs, not members', () => {
  const { precision, recall, pairs } = rateClusters(labels, [['a', 'b', 'd']]);
  expect(pairs).toBe(3);
  expect(precision).toBeCloseTo(1 / 3);
  expect(recall).toBeCloseTo(1 / 3);
});

test('agents without a cluster are alone', () => {
  expect(rateClusters(labels, []).recall).toBe(0);
  expect(rateClusters(labels, [['a', 'b', 'c']])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
});

test('looks only at the pairs that count', () => {
  expect(rateClusters(labels, [['a', 'd']], (a, b) => a !== 'd' && b !== 'd')).toMatchObject({
    precision: 1,
    recall: 0,
    pairs: 3,
  });
});

import { expect, test } from 'vitest';

import { NOTHING_SELECTED, reach, toggle, toggleAll } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];
const chosen = (...presses: [id: string, shift?: boolean][]) =>
  [
    ...presses.reduce(
      (selection, [id, shift]) => (shift ? reach(selection, id, order) : toggle(selection, id)),
      NOTHING_SELECTED,
    ).ids,
  ]
    .toSorted()
    .join('');

test('a press chooses, another takes out', () => {
  expect(chosen(['b'], ['d'])).toBe('bd');
  expect(chosen(['b'], ['b'])).toBe('');
});

test('Shift reaches from the last press, in both directions', () => {
  expect(chosen(['b'], ['d', true])).toBe('bcd');
  expect(chosen(['d'], ['b', true])).toBe('bcd');
  expect(chosen(['c', true])).toBe('c');
});

test('Shift on a chosen row takes the range out', () => {
  expect(chosen(['a'], ['e', true], ['c', true])).toBe('ab');
});

test('an anchor that is no longer in the list does not count', () => {
  expect([...reach({ ids: new Set(['x']), anchor: 'x' }, 'b', order).ids].toSorted()).toEqual(['b', 'x']);
});

test('all, then none; rows of another search stay', () => {
  const all = toggleAll({ ids: new Set(['x']), anchor: null }, order);
  expect(all.ids.size).toBe(6);
  expect(toggleAll(all, order).ids.size).toBe(0);
  expect(toggleAll(NOTHING_SELECTED, []).ids.size).toBe(0);
});

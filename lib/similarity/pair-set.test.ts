import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createPairSet } from './pair-set';

test('tells the pairs that were met from those that were not', () => {
  const number = fc.oneof(fc.nat(40), fc.nat(0xfffffffe));
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 200 }), (pairs) => {
      const set = createPairSet();
      const wanted = new Set<string>();
      for (const [a, b] of pairs) {
        expect(set.add(a, b)).toBe(!wanted.has(`${a} ${b}`));
        wanted.add(`${a} ${b}`);
      }
      expect(set.size).toBe(wanted.size);
    }),
  );
});

test('grows beyond its first room', () => {
  const set = createPairSet();
  for (let a = 0; a < 300; a++) for (let b = 0; b < 30; b++) set.add(a, b);
  expect(set.size).toBe(9_000);
  expect(set.add(299, 29)).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createSliceTable } from './slice-table';

test('finds the pieces that were added, and no others', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab]{0,4}$/));
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 60 }), fc.array(text), (texts, others) => {
      const table = createSliceTable();
      for (const [at, one] of texts.entries()) {
        expect(table.find(one)).toBe(-1);
        expect(table.add(one)).toBe(at);
      }
      for (const one of [...texts, ...others]) {
        expect(table.find(one)).toBe(texts.indexOf(one));
        expect(table.find(`x${one}y`, 1, 1 + one.length)).toBe(texts.indexOf(one));
      }
    }),
  );
});

test('grows', () => {
  const table = createSliceTable();
  for (let at = 0; at < 20_000; at++) table.add(`w${at}`);
  expect(table.size).toBe(20_000);
  expect(table.find('w19999')).toBe(19_999);
  expect(table.texts[4_321]).toBe('w4321');
});

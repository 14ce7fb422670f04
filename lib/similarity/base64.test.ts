import fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeNumbers, encodeNumbers } from './base64';

const numbers = fc.array(fc.integer({ min: 0, max: 0xffffffff })).map((list) => Uint32Array.from(list));

test('writes what Buffer writes, and reads it again', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const text = encodeNumbers(list);
      expect(text).toBe(Buffer.from(list.buffer).toString('base64'));
      expect(decodeNumbers(text)).toEqual(list);
    }),
  );
});

test('a long list and a text that is not base64', () => {
  const long = Uint32Array.from({ length: 50_000 }, (_, at) => (at * 2_654_435_761) >>> 0);
  expect(decodeNumbers(encodeNumbers(long))).toEqual(long);
  expect(decodeNumbers('ünïcode ☃ text!!')).toHaveLength(0);
  expect(decodeNumbers('')).toHaveLength(0);
});

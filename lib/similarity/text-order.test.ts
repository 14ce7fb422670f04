import fc from 'fast-check';
import { expect, test } from 'vitest';

import { orderTexts, rankText } from './text-order';

const byCodeUnits = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));
const put = (texts: readonly string[]) => {
  const ranks = texts.map(rankText);
  const order = orderTexts(
    texts.length,
    (place) => ranks[place] as number,
    (place) => texts[place] as string,
  );
  return order.map((place) => texts[place] as string);
};

test.each([
  [['b', 'a', 'ab', 'a0', '', 'zz', '9']],
  [['éa', 'z', 'zebra-long', 'zebra', '码审', 'aé', 'a']],
  [['привод', 'z', 'привет', '码审', 'при', 'a', '码', 'п']],
])('%j', (texts) => {
  expect(put(texts)).toEqual(byCodeUnits(texts));
});

test('is that of the code units, whatever the texts', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9]{0,9}$/));
  fc.assert(
    fc.property(fc.uniqueArray(text), (texts) => {
      expect(put(texts)).toEqual(byCodeUnits(texts));
    }),
  );
});

test('of more texts than have room in a number', () => {
  const texts = Array.from({ length: 70_000 }, (_, at) => ((at * 7_919) % 70_000).toString(36));
  expect(put(texts)).toEqual(byCodeUnits(texts));
});

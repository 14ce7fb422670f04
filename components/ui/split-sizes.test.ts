import fc from 'fast-check';
import { expect, test } from 'vitest';

import { moveDivider, readSplitSizes, writeSplitSizes } from './split-sizes';

test('a divider moves the two panes beside it and no other', () => {
  const moved = moveDivider([0.3, 0.4, 0.3], 0, 0.1, [0.1, 0.1, 0.1]);
  expect(moved.map((size) => size.toFixed(2))).toEqual(['0.40', '0.30', '0.30']);
});

test('no pane falls below its minimum', () => {
  expect(moveDivider([0.5, 0.5], 0, -1, [0.2, 0.2])[0]).toBeCloseTo(0.2);
  expect(moveDivider([0.5, 0.5], 0, 1, [0.2, 0.2])[1]).toBeCloseTo(0.2);
});

test('a divider that is not there moves nothing', () => {
  expect(moveDivider([0.5, 0.5], 1, 0.1, [0, 0])).toEqual([0.5, 0.5]);
});

test('the sum stays one, whatever is dragged where', () => {
  const share = fc.double({ min: 0.05, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(share, { minLength: 2, maxLength: 5 }),
      fc.nat(4),
      fc.double({ min: -2, max: 2, noNaN: true }),
      (raw, index, delta) => {
        const sizes = readSplitSizes(undefined, raw);
        const moved = moveDivider(
          sizes,
          index,
          delta,
          raw.map(() => 0.1),
        );
        expect(moved.reduce((sum, size) => sum + size, 0)).toBeCloseTo(1);
        expect(Math.min(...moved)).toBeGreaterThan(0);
      },
    ),
  );
});

test('shares survive the cookie; a spoilt cookie gives the initial ones', () => {
  expect(readSplitSizes(writeSplitSizes([0.25, 0.45, 0.3]), [1, 1, 1])).toEqual([0.25, 0.45, 0.3]);
  for (const spoilt of [undefined, '', '0.5', '0.5_x', '0_1', '-1_2', '0.5_0.5_0.5']) {
    expect(readSplitSizes(spoilt, [0.4, 0.6])).toEqual([0.4, 0.6]);
  }
});

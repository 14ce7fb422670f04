import { expect, test } from 'vitest';

import { nearestColor } from './colors';

test.each([
  ['#e63946', 'red'],
  ['#059669', 'green'],
  ['#7B2D8E', 'purple'],
  ['#f59e0b', 'orange'],
  ['#1e90ff', 'blue'],
  ['#fc0', 'yellow'],
  ['#00A1E0', 'cyan'],
  ['#ff69b4', 'pink'],
  ['teal', 'cyan'],
  ['Red', 'red'],
  ['#808080', null],
  ['gray', null],
  ['Automatic Color', null],
  ['constructor', null],
])('%s', (written, expected) => {
  expect(nearestColor(written)).toBe(expected);
});

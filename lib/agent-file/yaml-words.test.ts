import { expect, it } from 'vitest';

import { parseYaml } from './yaml';

it.each([
  ['a: b: c', /colon/],
  ['a: "b', /never closed/],
  ["a: 'b", /never closed/],
  ['a: @b', /quotes/],
  ['a: `b`', /quotes/],
  ['a: "\\q"', /backslash/],
  ['a:\n\tb: c', /tab/],
  ['a: [b, c', /bracket/],
  ['a: {b: c', /bracket/],
  ['a: "b" c', /quotes/],
  ['a: | b\n  c', /quotes/],
  ['a: b\nplain text\nc: d', /key/],
  ['a:\n  b: c\n d: e', /indented/],
])('says of %j what is wrong and not what the parser calls it', (source, words) => {
  const parsed = parseYaml(source);
  expect(parsed.ok).toBe(false);
  const message = parsed.ok ? '' : parsed.message;
  expect(message).toMatch(words);
  expect(message).not.toMatch(/implicit|compact|flow|scalar|token|mapping/i);
});

import { describe, expect, it } from 'vitest';

import { addressesIn } from './addresses';

describe('addressesIn', () => {
  it.each([
    ['', []],
    [' , ;\n', []],
    ['Ada@Example.org', ['ada@example.org']],
    ['a@example.org, b@example.org;c@example.org\nd@example.org', 'abcd'],
    ['a@example.org a@example.org', 'a'],
    [
      'Ada Example <a@example.org>, "Grace, Admiral" <b@example.org>',
      ['"grace', 'a@example.org', 'b@example.org'],
    ],
    ['Ada Example <a@example.org>\nGrace <b@example.org>', 'ab'],
    ['<a@example.org>', 'a'],
    ['not-an-address', ['not-an-address']],
  ])('reads %j', (typed, expected) => {
    const addresses =
      typeof expected === 'string' ? [...expected].map((letter) => `${letter}@example.org`) : expected;
    expect(addressesIn(typed).sort()).toEqual([...addresses].sort());
  });
});

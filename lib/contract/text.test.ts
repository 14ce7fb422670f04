import { describe, expect, it } from 'vitest';

import { id, line, prose } from './text';

describe('line', () => {
  const name = line(10, 'Give a name.');

  it.each(['Ada', 'Zoë 山', '👩‍💻'])('takes %j', (text) => {
    expect(name.safeParse(text).success).toBe(true);
  });

  it.each(['', '   ', 'a\nb', 'a\u0000b', 'a\u001bb', 'a\u2028b', '\ud800', 'x'.repeat(11)])(
    'refuses %j',
    (text) => {
      expect(name.safeParse(text).success).toBe(false);
    },
  );

  it('says what to give when nothing is there', () => {
    expect(name.safeParse(' ').error?.issues[0]?.message).toBe('Give a name.');
  });
});

describe('prose', () => {
  it('takes several lines, and nothing', () => {
    expect(prose(20).parse(' two\nlines ')).toBe('two\nlines');
    expect(prose(20).parse('')).toBe('');
  });

  it.each(['a\u0000', '\udc00', 'x'.repeat(21)])('refuses %j', (text) => {
    expect(prose(20).safeParse(text).success).toBe(false);
  });
});

it('an identifier holds nothing that a database would stumble over', () => {
  expect(id.safeParse('01m7z1vcv81kg4ftkjgrra73s1').success).toBe(true);
  expect(id.safeParse('a\u0000').success).toBe(false);
  expect(id.safeParse('').success).toBe(false);
});

import { describe, expect, it } from 'vitest';

import { planChange, type ReplaceChange } from './index';

const replace = (some: Partial<ReplaceChange>): ReplaceChange => ({
  ...{ kind: 'replace', scope: 'body', find: '', insert: '', isPattern: true },
  ...{ matchCase: true, wholeWord: false, ...some },
});
const file = (body: string) => `---\nname: a\ndescription: Helps with a.\n---\n\n${body}\n`;

describe('a replacement that grows without end', () => {
  const LONG = file(`${'a'.repeat(9_000)}${'x '.repeat(400_000)}`);

  it.each(["$'", '$`'])('of %s is refused before it fills the memory', (sign) => {
    const planned = planChange(LONG, replace({ find: '(?<all>a)', insert: sign.repeat(3_000) }));
    expect(planned).toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/many megabytes.*put less there/),
    });
  });

  it('of plain text is refused, too, and one that fits is done', () => {
    const plain = { isPattern: false, find: 'a', insert: 'y'.repeat(10_000) };
    expect(planChange(LONG, replace(plain)).outcome).toBe('refused');
    const planned = planChange(file('abc'), replace({ find: 'b', insert: "$'$`$&".repeat(100) }));
    expect(planned).toMatchObject({ outcome: 'changed' });
  });
});

describe('a long line', () => {
  it('shows what stands around each place and no more', () => {
    const body = `${'x'.repeat(50_000)}z${'y'.repeat(50_000)}\nfirst z\nz last`;
    const { matches } = planChange(file(body), replace({ isPattern: false, find: 'z', insert: 'q' }));
    expect(matches).toMatchObject([
      { line: 6, before: 'x'.repeat(40), found: 'z', after: 'y'.repeat(40) },
      { line: 7, before: 'first ', after: '' },
      { line: 8, before: '', after: ' last' },
    ]);
  });
});

describe('a file of thousands of keys, with a place in each', () => {
  const KEYS = Array.from({ length: 4_000 }, (_, at) => `key${at}`);
  const fileOf = (value: string) =>
    `---\nname: a\ndescription: Helps with a.\n${KEYS.map((key) => `${key}: ${value}\n`).join('')}---\n\nbody\n`;
  const change = replace({ scope: 'file', isPattern: false, find: 'once', insert: 'twice' });

  it('is changed everywhere, in time that grows with the file and not with its square', () => {
    const began = performance.now();
    expect(planChange(fileOf('once'), change)).toMatchObject({ outcome: 'changed', text: fileOf('twice') });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is refused for the one key that changes where nothing was found', () => {
    const alias = fileOf('once')
      .replace('key7: once', 'key7: &a once')
      .replace('key3999: once', 'key3999: *a');
    expect(planChange(alias, change)).toMatchObject({
      outcome: 'refused',
      message: 'It would also change key3999, where nothing was found.',
    });
  });
});

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

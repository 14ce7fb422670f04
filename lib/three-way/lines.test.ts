import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { diffLines, mergeLines, splitLines } from './lines';

const merged = (base: string, mine: string, theirs: string) => {
  const result = mergeLines(base, mine, theirs);
  return result.kind === 'clean' ? result.text : null;
};

const line = fc.oneof(
  fc.constantFrom('a\n', 'b\n', '\n', 'c\r\n'),
  fc.string({ maxLength: 3 }).map((text) => `${text}\n`),
);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''));

describe('lines', () => {
  test('cutting and joining is nothing', () => {
    fc.assert(fc.property(fc.string(), (any) => splitLines(any).join('') === any));
  });

  test('the hunks of a diff rebuild the other text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const base = splitLines(before);
        const other = splitLines(after);
        const hunks = diffLines(base, other) ?? [];
        let at = 0;
        const built: string[] = [];
        for (const hunk of hunks) {
          built.push(...base.slice(at, hunk.from), ...other.slice(hunk.start, hunk.end));
          at = hunk.to;
        }
        expect([...built, ...base.slice(at)].join('')).toBe(after);
      }),
    );
  });
});

describe('merging lines', () => {
  test.each([
    ['far apart', 'a\nb\nc\nd\n', 'A\nb\nc\nd\n', 'a\nb\nc\nD\n', 'A\nb\nc\nD\n'],
    ['neighbours, line for line', 'a\nb\n', 'A\nb\n', 'a\nB\n', 'A\nB\n'],
    ['the same change', 'a\nb\nc\n', 'X\nb\nc\n', 'X\nb\nC\n', 'X\nb\nC\n'],
    ['one deletes, one adds elsewhere', 'a\nb\nc\nd\n', 'a\nc\nd\n', 'a\nb\nc\nd\ne\n', 'a\nc\nd\ne\n'],
    ['the same line', 'a\n', 'b\n', 'c\n', null],
    ['two additions at one place', 'a\n', 'a\nb\n', 'a\nc\n', null],
    ['an addition beside a deletion', 'a\nb\nc\n', 'a\nb\nx\nc\n', 'a\nc\n', null],
    ['no newline at the end', 'a\nb\nc', 'A\nb\nc', 'a\nb\nc\nd', 'A\nb\nc\nd'],
  ])('%s', (_, base, mine, theirs, expected) => {
    expect(merged(base, mine, theirs)).toBe(expected);
    expect(merged(base, theirs, mine)).toBe(expected);
  });

  test('many lines do not exhaust the stack', () => {
    const many = numbered(300_000, 'a');
    expect(merged(many, `x\n${many}`, `${many}y\n`)).toBe(`x\n${many}y\n`);
    const mine = many.replace('a150000', 'A\nB');
    expect(merged(many, mine, `${many}y\n`)).toBe(`${mine}y\n`);
  });

  test('a conflict says which lines clash', () => {
    expect(mergeLines('a\nb\nc\n', 'a\nxx\nc\n', 'a\ny\nc\n')).toEqual({
      kind: 'conflict',
      timedOut: false,
      clashes: [{ base: { from: 2, to: 4 }, mine: { from: 2, to: 5 }, theirs: { from: 2, to: 4 } }],
    });
  });

  test('laws: one side still, both sides alike, and sides swapped', () => {
    fc.assert(
      fc.property(text, text, text, (base, x, y) => {
        expect(merged(base, base, x)).toBe(x);
        expect(merged(base, x, base)).toBe(x);
        expect(merged(base, x, x)).toBe(x);
        expect(merged(base, x, y)).toBe(merged(base, y, x));
      }),
    );
  });

  test('a clean merge holds every added line of both sides', () => {
    fc.assert(
      fc.property(text, text, text, (base, x, y) => {
        const result = merged(base, x, y);
        if (result === null) return;
        const had = new Set(splitLines(base));
        const has = new Set(splitLines(result));
        for (const added of [...splitLines(x), ...splitLines(y)])
          if (!had.has(added)) expect(has).toContain(added);
      }),
    );
  });

  test.each([
    ['one line again and again', 'x\n'.repeat(50_000), 'y\nx\n'.repeat(25_000), 'x\nz\n'.repeat(25_000)],
    ['nothing but line ends', '\n'.repeat(300_000), 'a\n\n'.repeat(100_000), '\nb\n'.repeat(100_000)],
    ['all lines new', numbered(20_000, 'a'), numbered(20_000, 'b'), numbered(20_000, 'c')],
    ['one endless line', 'a'.repeat(1_000_000), 'b'.repeat(1_000_000), 'ab'.repeat(500_000)],
  ])('takes bounded time: %s', (_, base, mine, theirs) => {
    const start = performance.now();
    expect(mergeLines(base, mine, theirs).kind).toBe('conflict');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

function numbered(count: number, mark: string): string {
  return Array.from({ length: count }, (_, at) => `${mark}${at}\n`).join('');
}

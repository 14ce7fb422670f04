import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyReplacements,
  diffLines,
  estimateTokens,
  lineEndAt,
  lineStarts,
  loneSurrogateAt,
  mainLineEnd,
  positionAt,
  wellFormed,
  withLineEnds,
} from './index';

const lines = fc
  .array(fc.constantFrom('a', 'b', '', 'c\r'), { maxLength: 12 })
  .map((parts) => parts.join('\n'));

describe('diffLines', () => {
  it('joins to both texts', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = diffLines(before, after);
        const join = (kind: string) =>
          changes
            .filter((change) => change.kind === 'same' || change.kind === kind)
            .map((change) => change.text)
            .join('');
        expect(join('removed')).toBe(before);
        expect(join('added')).toBe(after);
        expect(changes.every((change) => change.text !== '')).toBe(true);
      }),
    );
  });

  it('is bounded on texts without a line in common order', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 20_011}`).join('\n');
    const after = Array.from({ length: 20_000 }, (_, i) => `${(i * 104_729) % 20_011}`).join('\n');
    const start = performance.now();
    diffLines(before, after, 100);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('keeps an unchanged line that stands between changes', () => {
    expect(diffLines('a\nx\nb\n', 'c\nx\nd\n').filter((change) => change.kind === 'same')).toEqual([
      { kind: 'same', text: 'x\n' },
    ]);
  });
});

describe('estimateTokens', () => {
  it('is near the count of a tokenizer for prose, code and CJK', () => {
    expect(estimateTokens('The quick brown fox jumps over the lazy dog.')).toBeGreaterThanOrEqual(9);
    expect(estimateTokens('The quick brown fox jumps over the lazy dog.')).toBeLessThanOrEqual(12);
    expect(estimateTokens('你好世界')).toBeGreaterThanOrEqual(2);
    expect(estimateTokens('')).toBe(0);
  });

  it('takes linear time on a letter repeated', () => {
    const start = performance.now();
    estimateTokens('a'.repeat(2_000_000));
    estimateTokens('é😀'.repeat(500_000));
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('line ends', () => {
  it('follow the line before, else the line itself', () => {
    expect(lineEndAt('a\r\nb\nc', 3)).toBe('\r\n');
    expect(lineEndAt('a\r\nb\nc', 5)).toBe('\n');
    expect(lineEndAt('ab\r\n', 1)).toBe('\r\n');
    expect(lineEndAt('', 0)).toBe('\n');
  });

  it('are counted and replaced', () => {
    expect(mainLineEnd('a\r\nb\r\nc\n')).toBe('\r\n');
    expect(mainLineEnd('a\nb')).toBe('\n');
    expect(withLineEnds('a\nb\r\nc\rd', '\r\n')).toBe('a\r\nb\r\nc\rd');
  });
});

describe('surrogates', () => {
  it('are found when alone', () => {
    expect(loneSurrogateAt('a😀b')).toBe(-1);
    expect(loneSurrogateAt('a\uD800b')).toBe(1);
    expect(loneSurrogateAt('😀\uDC00')).toBe(2);
    expect(wellFormed('\uDC00a😀\uD800')).toBe('\ufffda😀\ufffd');
  });
});

describe('positions and replacements', () => {
  it('give the line and column of an offset', () => {
    const starts = lineStarts('ab\r\nc\n');
    expect(starts).toEqual([0, 4, 6]);
    expect(positionAt(starts, 5)).toEqual({ line: 2, column: 2 });
    expect(positionAt(starts, 0)).toEqual({ line: 1, column: 1 });
  });

  it('apply in any order and refuse overlaps', () => {
    const two = [
      { from: 2, to: 3, insert: 'C' },
      { from: 0, to: 1, insert: 'AA' },
    ];
    expect(applyReplacements('abc', two)).toBe('AAbC');
    expect(() =>
      applyReplacements('abc', [
        { from: 0, to: 2, insert: '' },
        { from: 1, to: 3, insert: '' },
      ]),
    ).toThrow(RangeError);
  });
});

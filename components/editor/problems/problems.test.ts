import { describe, expect, it } from 'vitest';

import type { Diagnostic } from '@/lib/agent-file';

import { stepProblem } from './problems';

const problem = (code: string, from: number): Diagnostic =>
  ({ code, severity: 'warning', message: code, line: 1, range: { from, to: from + 1 } }) as Diagnostic;
const [a, b, c] = [problem('a', 5), problem('b', 5), problem('c', 20)];
const ALL = [c, a, b];

/** The codes that steps lead to, one after the other. */
function walk(steps: readonly (1 | -1)[]): string[] {
  let last: Diagnostic | null = null;
  return steps.map((step) => {
    const next = stepProblem(ALL, last, step);
    last = next?.problem ?? null;
    return `${next?.number} ${last?.code}`;
  });
}

describe('stepProblem', () => {
  it('goes in the order of the text and round, past several in one place', () => {
    expect(walk([1, 1, 1, 1])).toEqual(['1 a', '2 b', '3 c', '1 a']);
    expect(walk([-1, -1, -1, -1])).toEqual(['3 c', '2 b', '1 a', '3 c']);
    expect(walk([1, -1, 1])).toEqual(['1 a', '3 c', '1 a']);
  });

  it('goes on from where one was that has been mended', () => {
    const mended = problem('gone', 10);
    expect(stepProblem(ALL, mended, 1)).toMatchObject({ problem: c, number: 3 });
    expect(stepProblem(ALL, mended, -1)).toMatchObject({ problem: b, number: 2 });
  });

  it('leads nowhere when nothing is wrong', () => {
    expect(stepProblem([], null, 1)).toBeNull();
    expect(stepProblem([], a, -1)).toBeNull();
  });
});

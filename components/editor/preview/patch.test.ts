import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nextStep } from './patch';

const row = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd'), { maxLength: 40 });

describe('the way from what is shown to what is wanted', () => {
  it('touches only the piece that changed', () => {
    expect(nextStep(['a', 'b', 'c'], ['a', 'x', 'c'], 5)).toEqual({ start: 1, remove: 1, contents: ['x'] });
    expect(nextStep(['a'], ['a'], 5)).toBeNull();
  });

  it('arrives, in steps of bounded size', () => {
    fc.assert(
      fc.property(row, row, fc.integer({ min: 1, max: 5 }), (shown, wanted, most) => {
        const now = [...shown];
        for (let round = 0; ; round++) {
          const step = nextStep(now, wanted, most);
          if (!step) break;
          expect(step.contents.length).toBeLessThanOrEqual(most);
          now.splice(step.start, step.remove, ...step.contents);
          expect(round).toBeLessThan(100);
        }
        expect(now).toEqual(wanted);
      }),
    );
  });
});

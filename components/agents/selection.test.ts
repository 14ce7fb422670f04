import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NO_FILTER } from '@/lib/client/agent-filter';

import {
  choiceOf,
  hasHole,
  NOTHING_SELECTED,
  reach,
  type Selection,
  selectMatching,
  takeOut,
  toggle,
  toggleAll,
} from './selection';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ ids }: Selection) => [...ids].sort().join('');

describe('a selection', () => {
  it('takes a row in and out', () => {
    const one = toggle(NOTHING_SELECTED, 'b');
    expect(chosen(one)).toBe('b');
    expect(chosen(toggle(one, 'b'))).toBe('');
  });

  it('reaches from the last row, both ways, choosing and taking out', () => {
    const from = toggle(NOTHING_SELECTED, 'b');
    const down = reach(from, 'd', ORDER);
    expect(chosen(down)).toBe('bcd');
    expect(chosen(reach(toggle(down, 'd'), 'b', ORDER))).toBe('');
    expect(chosen(reach(NOTHING_SELECTED, 'c', ORDER))).toBe('c');
    expect(chosen(reach(from, 'x', ORDER))).toBe('bx');
  });

  it('knows when rows between are not known', () => {
    const from = toggle(NOTHING_SELECTED, 'a');
    const holes: string[] = [];
    holes[0] = 'a';
    holes[9] = 'z';
    expect(hasHole(from, 'z', holes)).toBe(true);
    expect(hasHole(from, 'c', ORDER)).toBe(false);
    expect(hasHole(from, 'elsewhere', ORDER)).toBe(true);
    expect(hasHole(NOTHING_SELECTED, 'z', holes)).toBe(false);
  });

  it('takes all rows shown, and lets them go again', () => {
    const some = toggle(NOTHING_SELECTED, 'x');
    const all = toggleAll(some, ORDER);
    expect(chosen(all)).toBe('abcdex');
    expect(chosen(toggleAll(all, ORDER))).toBe('x');
    expect(chosen(toggleAll(NOTHING_SELECTED, []))).toBe('');
  });

  it('of all that match is told by the filter, whatever is taken out and in again', () => {
    const all = selectMatching(NO_FILTER, ORDER);
    expect(choiceOf(all)).toEqual({ filter: NO_FILTER, except: [], count: 5 });
    const but = toggle(all, 'c');
    expect(choiceOf(but)).toEqual({ filter: NO_FILTER, except: ['c'], count: 4 });
    expect(choiceOf(toggle(but, 'c'))).toEqual({ filter: NO_FILTER, except: [], count: 5 });
    expect(choiceOf(toggle(but, 'x'))).toEqual({ ids: ['a', 'b', 'd', 'e', 'x'] });
    expect(choiceOf(takeOut(all, ['a', 'b', 'c', 'd']))).toEqual({ ids: ['e'] });
  });

  it('means the same agents as filter and as ids', () => {
    const presses = fc.array(fc.constantFrom(...ORDER, 'x', 'y'), { maxLength: 12 });
    fc.assert(
      fc.property(presses, (ids) => {
        const end = ids.reduce(toggle, selectMatching(NO_FILTER, ORDER));
        const choice = choiceOf(end);
        const meant =
          'ids' in choice ? choice.ids : ORDER.filter((id) => !(choice.except ?? []).includes(id));
        expect(meant.toSorted()).toEqual([...end.ids].sort());
        if ('count' in choice) expect(choice.count).toBe(end.ids.size);
      }),
    );
  });
});

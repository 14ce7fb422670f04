import { describe, expect, it } from 'vitest';

import { groupByDay } from './days';
import { queryOf, withFields } from './filter-words';

describe('groupByDay', () => {
  it('tells days apart at midnight of UTC and keeps the order', () => {
    const rows = [1_700_006_400_000, 1_700_006_399_999, 1_700_000_000_000].map((at) => ({ at }));
    expect(groupByDay(rows)).toEqual([
      { day: '2023-11-15', rows: rows.slice(0, 1) },
      { day: '2023-11-14', rows: rows.slice(1) },
    ]);
  });
});

describe('the query of an address', () => {
  it('has what is set, and loses what is taken off', () => {
    const query = queryOf({ by: 'ada', about: null, q: 'a b' });
    expect(query).toBe('by=ada&q=a+b');
    expect(withFields(query, { by: null, outcome: 'denied', q: '' })).toBe('outcome=denied');
  });
});

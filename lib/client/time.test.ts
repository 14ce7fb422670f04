import { expect, test } from 'vitest';

import { formatAgo, formatMinute, formatUntil } from './time';

const now = Date.UTC(2026, 2, 31, 12, 0, 0);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, 'now'],
  [59_999, 'now'],
  [minute, '1 min'],
  [59 * minute, '59 min'],
  [hour, '1 h'],
  [23 * hour + 59 * minute, '23 h'],
  [day, '1 d'],
  [27 * day, '27 d'],
  [28 * day, '2026-03-03'],
  [-5 * minute, 'now'],
])('%i ms ago is %s', (passed, words) => expect(formatAgo(now - passed, now)).toBe(words));

test.each([
  [-minute, 'now'],
  [7 * day, '7 d'],
  [7 * day - 2_000, '7 d'],
  [23 * hour + 1, '1 d'],
  [3 * hour, '3 h'],
  [60 * day, '2026-05-30'],
])('in %i ms is %s', (left, words) => expect(formatUntil(now + left, now)).toBe(words));

test('a minute is said in UTC', () => expect(formatMinute(now)).toBe('2026-03-31 12:00 UTC'));

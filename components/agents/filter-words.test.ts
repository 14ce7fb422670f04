import { expect, test } from 'vitest';

import { NO_FILTER } from '@/lib/client/agent-filter';

import { BAR_FIELDS, nameOf, summaryOf, valuesOf, withValue, wordOf } from './filter-words';

test('a filter that lets everything through says nothing', () => {
  for (const field of BAR_FIELDS) expect(summaryOf(NO_FILTER, field)).toBe('');
});

test('what is asked for is said in a few words', () => {
  const filter = {
    ...NO_FILTER,
    ...{ place: 'bin' as const, statuses: ['broken' as const], models: ['', 'opus', 'sonnet'] },
    ...{ problems: ['name-missing'], people: ['u1'], period: '7d' as const, before: '2026-01-31' },
  };
  expect(summaryOf(filter, 'status')).toBe('in the bin, broken');
  expect(summaryOf(filter, 'models')).toBe('no model of its own, opus +1');
  expect(summaryOf(filter, 'problems')).toBe('name missing');
  expect(summaryOf(filter, 'changed')).toBe('last 7 days, before 2026-01-31');
  expect(summaryOf(filter, 'people')).toBe('a member');
  expect(summaryOf(filter, 'people', [{ value: 'u1', label: 'Ada', count: 1 }])).toBe('Ada');
  expect(nameOf(filter, 'models')).toMatch(/^Model: /);
  expect(nameOf({ ...filter, query: 'x' }, 'query')).toBe('the search “x”');
  expect(wordOf('tools', '*')).toBe('all tools');
});

test('a value that every object has a property of is called by its name', () => {
  for (const value of ['__proto__', 'constructor', 'toString']) expect(wordOf('tools', value)).toBe(value);
});

test('values go in and out', () => {
  const one = withValue(NO_FILTER, 'status', 'broken', true);
  expect(valuesOf(one, 'status')).toEqual(['broken']);
  expect(withValue(one, 'status', 'broken', false)).toEqual(NO_FILTER);
  const tools = withValue(withValue(NO_FILTER, 'tools', 'Read', true), 'tools', '*', true);
  expect(valuesOf(tools, 'tools')).toEqual(['Read', '*']);
});

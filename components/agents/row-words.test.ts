import { expect, test } from 'vitest';

import { BIN_DAYS } from '@/lib/contract';

import { BIN_MS, formatAgents, formatTokens, grantOf, lineOf, publishedOf, statusOf } from './row-words';

test('not loading weighs more than a shared name', () => {
  expect(statusOf({ loads: false, hidden: true })).toEqual({ word: 'broken', tone: 'bad' });
  expect(statusOf({ loads: true, hidden: true }).word).toBe('hidden');
  expect(statusOf({ loads: true, hidden: false }).word).toBe('loads');
});

test('what is published is said where it is something else than the row tells', () => {
  expect(publishedOf({ versionNumber: 3 })).toBeNull();
  expect(publishedOf({ versionNumber: 3, publishedNumber: 3 })).toBeNull();
  expect(publishedOf({ versionNumber: 3, publishedNumber: 1 })).toBe('v3, published v1');
  expect(publishedOf({ versionNumber: 3, publishedNumber: null })).toBe('not published');
});

test('a problem replaces the description, which is one line', () => {
  const row = { description: 'Designs\n\n APIs', problem: null, deletedAt: null, mergedInto: null };
  expect(lineOf({ ...row, loads: true, hidden: false })).toEqual({ text: 'Designs APIs', tone: null });
  expect(lineOf({ ...row, loads: true, hidden: true }).text).toMatch(/^Same name/);
  expect(lineOf({ ...row, loads: false, hidden: false, problem: 'Line 3: no.' })).toEqual({
    text: 'Line 3: no.',
    tone: 'bad',
  });
  expect(lineOf({ ...row, loads: false, hidden: false }).text).not.toBe('');
});

test('what is not in use says where it is', () => {
  const row = {
    description: 'x',
    problem: 'y',
    loads: false,
    hidden: false,
    deletedAt: null,
    mergedInto: null,
  };
  expect(BIN_MS).toBe(BIN_DAYS * 86_400_000);
  expect(lineOf({ ...row, deletedAt: Date.UTC(2026, 0, 1) })).toEqual({
    text: 'In the bin; goes for good on 2026-01-31',
    tone: null,
  });
  expect(lineOf({ ...row, mergedInto: 'another' }).text).toMatch(/^A merge/);
});

test('all, none, one and many tools', () => {
  expect(grantOf({ kind: 'inherit' })).toMatchObject({ label: 'all tools', wide: true });
  expect(grantOf({ kind: 'none' })).toMatchObject({ label: 'no tools', wide: false });
  expect(grantOf({ kind: 'list', list: [] }).label).toBe('no tools');
  expect(grantOf({ kind: 'list', list: ['Read'] }).label).toBe('1 tool');
  expect(grantOf({ kind: 'list', list: ['Read', 'Bash'] })).toMatchObject({
    label: '2 tools',
    title: 'Read, Bash',
  });
});

test('one and many agents', () => {
  expect(formatAgents(1)).toBe('1 agent');
  expect(formatAgents(1391)).toBe('1,391 agents');
});

test('tokens', () => expect(formatTokens(1391)).toBe('1,391 t'));

import { expect, test } from 'vitest';

import { formatAgents, formatTokens, grantOf, lineOf, statusOf } from './row-words';

test('not loading weighs more than a shared name', () => {
  expect(statusOf({ loads: false, hidden: true })).toEqual({ word: 'broken', tone: 'bad' });
  expect(statusOf({ loads: true, hidden: true }).word).toBe('hidden');
  expect(statusOf({ loads: true, hidden: false }).word).toBe('loads');
});

test('a problem replaces the description, which is one line', () => {
  const row = { description: 'Designs\n\n APIs', problem: null };
  expect(lineOf({ ...row, loads: true, hidden: false })).toEqual({ text: 'Designs APIs', tone: null });
  expect(lineOf({ ...row, loads: true, hidden: true }).text).toMatch(/^Same name/);
  expect(lineOf({ ...row, loads: false, hidden: false, problem: 'Line 3: no.' })).toEqual({
    text: 'Line 3: no.',
    tone: 'bad',
  });
  expect(lineOf({ ...row, loads: false, hidden: false }).text).not.toBe('');
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

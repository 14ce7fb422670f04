import { expect, test } from 'vitest';

import { RequestError } from '@/lib/client/request';
import { type ImportOutcome, MAX_FILE_BYTES } from '@/lib/contract';

import { type ImportLine, needsAttention, settleLine, startLines, summarise } from './import-lines';

const line = (state: ImportLine['state'], loads = true): ImportLine => ({
  path: 'a.md',
  state,
  loads,
  agentId: null,
  name: null,
  message: '',
});

test('what can be refused here is not sent', () => {
  const lines = startLines(
    [
      { path: 'agents/review.md', bytes: 10 },
      { path: 'NOTES.Markdown', bytes: 10 },
      { path: 'logo.png', bytes: 10 },
      { path: 'huge.md', bytes: 1024 * 1024 + 1 },
      { path: 'full.md', bytes: 1024 * 1024 },
    ],
    MAX_FILE_BYTES,
  );
  expect(lines.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'not-agent', 'refused', 'waiting']);
});

test('the server’s outcome, its refusal, a lost line and a stop each have words', () => {
  const result: ImportOutcome = {
    fileName: 'a.md',
    outcome: 'imported',
    agentId: '7',
    name: 'a',
    loads: false,
    message: 'Line 3.',
  };
  expect(settleLine(line('waiting'), { kind: 'done', result })).toMatchObject({
    state: 'imported',
    agentId: '7',
    loads: false,
  });
  const cause = new RequestError({ code: 'rate_limited', message: 'Wait a minute.' });
  expect(settleLine(line('waiting'), { kind: 'failed', cause })).toMatchObject({
    state: 'failed',
    message: 'Wait a minute.',
  });
  expect(settleLine(line('waiting'), { kind: 'failed', cause: new TypeError('x') }).message).toMatch(
    /did not answer/,
  );
  expect(settleLine(line('waiting'), { kind: 'cancelled' })).toMatchObject({ state: 'cancelled' });
});

test('attention is for what is not here or will not load', () => {
  expect([line('imported'), line('identical'), line('waiting')].some(needsAttention)).toBe(false);
  expect(
    [line('imported', false), line('not-agent'), line('refused'), line('failed'), line('cancelled')].every(
      needsAttention,
    ),
  ).toBe(true);
});

test('the sum of all lines', () => {
  const lines = [
    line('imported'),
    line('imported', false),
    line('identical'),
    line('not-agent'),
    line('not-agent'),
  ];
  expect(summarise(lines)).toBe('2 imported (1 will not load), 1 already here, 2 not agents');
  expect(summarise([])).toBe('Nothing to import');
});

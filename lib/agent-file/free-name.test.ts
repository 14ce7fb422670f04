import { expect, test } from 'vitest';

import { freeName } from './free-name';

test('a free name is the wanted one, or the first number that is left', () => {
  expect(freeName('new-agent', [])).toBe('new-agent');
  expect(freeName('new-agent', ['new-agent', 'new-agent-2'])).toBe('new-agent-3');
  expect(freeName('new-agent', ['new-agent-2'])).toBe('new-agent');
});

import { expect, test } from 'vitest';

import { MAX_SOURCES } from '@/lib/merge';

import { MAX_MERGE_SOURCES } from './merges';

test('a merge takes as many sources as the browser is told', () => {
  expect(MAX_MERGE_SOURCES).toBe(MAX_SOURCES);
});

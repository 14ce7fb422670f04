import { describe, expect, it } from 'vitest';

import { setSetting } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { loggedError } from './log-error';

describe('loggedError', () => {
  for (const engine of TEST_ENGINES) {
    it(`keeps the values of a query that failed on ${engine.name} to itself, however deep it lies`, async () => {
      const { store, dispose } = await engine.open();
      const key = null as unknown as string;
      const failed = await store
        .write((tx) => setSetting(tx, { key, value: 'the secret', now: 1 }))
        .catch((error: unknown) => error);
      await dispose();
      expect(failed).toBeInstanceOf(Error);
      for (const error of [failed, new Error('outside', { cause: failed })]) {
        const said = JSON.stringify(loggedError(error));
        expect(said).not.toContain('the secret');
        expect(said).toMatch(/not.null/i);
      }
    }, 60_000);
  }

  it('tells of any other error, and of what is none', () => {
    expect(loggedError(new TypeError('no'))).toMatchObject({ type: 'TypeError', message: 'no' });
    expect(loggedError('plain')).toEqual({ type: 'string', message: 'plain' });
    expect(loggedError(null)).toEqual({ type: 'object', message: 'null' });
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { buildHarness, type Harness } from './harness';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const folders = ['corpus/files', 'seeds'].map((folder) => join(shared, folder));
const present = folders.every((folder) => existsSync(folder));
if (!present) console.warn(`skipped: no corpus at ${shared} (set MUSTER_SHARED)`);

interface Result {
  file: string;
  loads: boolean;
  reasons: unknown[];
  body: { start: number; end: number };
}

describe.skipIf(!present)('the command on real files', () => {
  let muster: Harness;
  beforeAll(() => {
    muster = buildHarness();
  }, 60_000);
  afterAll(() => muster?.clear());

  test('reads all of them in one go', () => {
    const { code, out, err } = muster.run('read', '--json', ...folders);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const results = JSON.parse(out) as Result[];
    expect(results.length).toBeGreaterThan(300);
    for (const { file, loads, reasons, body } of results) {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(readFileSync(file)));
      expect(body.end).toBe(text.length);
      expect(reasons.length === 0).toBe(loads);
    }
  });

  test('checks all of them in every format', () => {
    for (const format of ['text', 'json', 'sarif', 'github']) {
      const { code, out } = muster.run('check', '--format', format, ...folders);
      expect(code).toBe(1);
      expect(out.length).toBeGreaterThan(1_000);
      if (format === 'json' || format === 'sarif') JSON.parse(out);
    }
  });
});

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';

import { decodeText, sameBytes } from './bytes';
import { runEdit } from './edit';
import { findFiles, readBytes } from './files';
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
      expect(body.end).toBe(decodeText(readBytes(file)).length);
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

  test('edits all of them byte for byte', () => {
    const edit = (file: string, text: string) => {
      let result: Uint8Array | null = null;
      const code = runEdit(file, [{ kind: 'set', key: 'model', text }], false, {
        out: (bytes) => {
          result = typeof bytes === 'string' ? null : bytes;
        },
        err: () => {},
        progress: () => {},
      });
      return { code, bytes: result };
    };
    let changed = 0;
    for (const file of findFiles(folders).files) {
      const before = readBytes(file);
      const agent = readAgentFile(decodeText(before));
      const written = agent.fields.find(({ key }) => key === 'model')?.written;
      if (typeof written === 'string') {
        const { bytes } = edit(file, written);
        expect(bytes !== null && sameBytes(bytes, before), file).toBe(true);
      }
      const { code, bytes } = edit(file, 'fable');
      if (code !== 0 || bytes === null) continue;
      const after = readAgentFile(decodeText(bytes));
      expect(after.effective).toEqual({ ...agent.effective, model: 'fable' });
      expect(after.text.slice(after.body.from)).toBe(agent.text.slice(agent.body.from));
      changed++;
    }
    expect(changed).toBeGreaterThan(300);
  });
});

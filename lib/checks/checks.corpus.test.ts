import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { readAgentFile } from '@/lib/agent-file';
import { describeAuthority } from '@/lib/authority';

import { checkAgentFile } from './check';
import { fixAll } from './fix-all';

const shared = resolve(process.env.MUSTER_SHARED ?? '../shared');
const folders = ['corpus/files', 'corpus/history', 'corpus/versions', 'seeds'].map((folder) =>
  join(shared, folder),
);
const present = folders.every((folder) => existsSync(folder));
if (!present) console.warn(`skipped: no corpus at ${shared} (set MUSTER_SHARED)`);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const files = present
  ? folders
      .flatMap(filesBelow)
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({ path, text: decode(Uint8Array.from(readFileSync(path))) }))
  : [];

function probes(): { id: string; text: string }[] {
  return readFileSync(join(shared, 'loader-probes/probes.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line, at) => {
      const probe = JSON.parse(line) as { text?: string; bytes_base64?: string };
      const text =
        probe.text ?? decode(Uint8Array.from(atob(probe.bytes_base64 ?? ''), (byte) => byte.charCodeAt(0)));
      return { id: `probe ${at}`, text };
    });
}

describe.skipIf(!present)('on real files', () => {
  test('checking is quick, and places lie in the text', () => {
    expect(files.length).toBeGreaterThan(300);
    const start = performance.now();
    const found = files.map(({ text }) => checkAgentFile(readAgentFile(text)));
    const perFile = (performance.now() - start) / files.length;
    expect(perFile).toBeLessThan(25);
    for (const [at, diagnostics] of found.entries()) {
      const { text = '' } = files[at] ?? {};
      for (const { range, line, column, message } of diagnostics) {
        expect(range.from).toBeLessThanOrEqual(range.to);
        expect(range.to).toBeLessThanOrEqual(text.length);
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message).not.toBe('');
      }
    }
  });

  test('calm: most files that load have no error, and few have more than two warnings', () => {
    const loading = files.filter(({ text }) => readAgentFile(text).verdict.loads);
    const counts = loading.map(({ text }) => {
      const found = checkAgentFile(readAgentFile(text));
      return {
        errors: found.filter(({ severity }) => severity === 'error').length,
        warnings: found.filter(({ severity }) => severity === 'warning').length,
      };
    });
    const share = (count: number) => count / loading.length;
    expect(share(counts.filter(({ errors }) => errors > 0).length)).toBeLessThan(0.1);
    expect(share(counts.filter(({ warnings }) => warnings > 2).length)).toBeLessThan(0.1);
  });

  test('every file has its sentence', () => {
    for (const { text } of files) {
      expect(describeAuthority(readAgentFile(text).effective).sentence).toMatch(/^[A-Z][^\n]*\.$/);
    }
  });

  test('mending everything keeps every byte of the body, and a loading file loads', () => {
    let mended = 0;
    for (const { path, text } of files) {
      const { text: fixed, applied } = fixAll(text);
      if (applied.length === 0) {
        expect(fixed).toBe(text);
        continue;
      }
      mended++;
      const before = readAgentFile(text);
      const after = readAgentFile(fixed);
      if (!before.verdict.loads) continue;
      expect(after.verdict.loads, path).toBe(true);
      expect(fixed.slice(after.body.from), path).toBe(text.slice(before.body.from));
      expect(fixAll(fixed).applied, path).toEqual([]);
    }
    expect(mended).toBeGreaterThan(10);
  });

  test('mending never makes a file worse, for any probe', () => {
    for (const { id, text } of probes()) {
      const before = readAgentFile(text);
      const { text: fixed } = fixAll(text);
      const after = readAgentFile(fixed);
      if (!before.verdict.loads) continue;
      expect(after.verdict.loads, id).toBe(true);
      expect(fixed.slice(after.body.from), id).toBe(text.slice(before.body.from));
    }
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { describe, expect, test } from 'vitest';

import { splitBody } from './index';

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

describe.skipIf(!present)('on real files', () => {
  test('no character of any file is outside a unit, and none in two', () => {
    const files = folders.flatMap(filesBelow).filter((path) => path.endsWith('.md'));
    expect(files.length).toBeGreaterThan(419);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const outside: string[] = [];
      let at = 0;
      for (const { range } of splitBody(text)) {
        outside.push(text.slice(at, range.from));
        expect(range.from, file).toBeGreaterThanOrEqual(at);
        at = range.to;
      }
      outside.push(text.slice(at));
      expect(outside.join('').trim(), file).toBe('');
    }
  });
});

/** Does .env.example list the variables that are really read, and no others? */

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { ROOT } from './child.mjs';

/** Set by Node, npm, CI and test runners, not by whoever runs Muster. */
const OF_OTHERS = new Set([
  'CI',
  'INIT_CWD',
  'NEXT_MANUAL_SIG_HANDLE',
  'NEXT_RUNTIME',
  'NODE_ENV',
  'PATH',
  'VITEST',
]);

/** Read by its name, or handed on by it. */
const READ = /(?:\b(?:process\.env|env)\.|'(?=(?:AUTH|MUSTER)_[A-Z0-9_]+'))([A-Z][A-Z0-9_]+)\b/g;

it('lists every variable that the code reads, and no other', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.mts', '.ci/run'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  const read = new Set<string>();
  for (const file of files.trim().split('\n')) {
    if (!fs.existsSync(path.join(ROOT, file))) continue;
    const source = fs.readFileSync(path.join(ROOT, file), 'utf8');
    for (const [, name] of source.matchAll(READ)) {
      if (name && !OF_OTHERS.has(name)) read.add(name);
    }
  }
  const example = fs.readFileSync(path.join(ROOT, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^# ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...read].sort());
});

/** Do the import boundaries bite, each with its sentence? Every violation is really linted. */

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PURE, withBoundaries } from './boundaries.mjs';
import { ROOT } from './child.mjs';

const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const config = JSON.parse(fs.readFileSync(path.join(ROOT, 'biome.json'), 'utf8'));

/** Where, what is imported, and the sentence that must be seen. */
const FORBIDDEN: [string, string, string][] = [
  ['lib/text/a.ts', '@/app/layout', 'Nobody imports app'],
  ['components/editor/a.tsx', '@/app/w/actions', 'Nobody imports app'],
  ['lib/server/reads/a.ts', '@/app/w/actions', 'Nobody imports app'],
  ['db/a.ts', '@/app/w/actions', 'Nobody imports app'],
  ['cli/a.ts', '@/app/w/actions', 'Nobody imports app'],
  ['lib/client/a.ts', '@/app/w/actions', 'Nobody imports app'],
  ['lib/agent-file/a.ts', '@/components/ui/button', 'Components are for app alone'],
  ['lib/server/commands/a.ts', '@/components/editor/state', 'Components are for app alone'],
  ['db/queries/a.ts', '@/components/editor/state', 'Components are for app alone'],
  ['components/ui/a.tsx', '@/lib/agent-file', 'components/ui knows no domain word'],
  ['components/ui/a.tsx', '@/components/agents/list', 'components/ui knows no domain word'],
  ['components/agents/a.tsx', '@/lib/server/reads/agents', 'lib/server knows who asks'],
  ['lib/checks/a.ts', '@/lib/server/session', 'lib/server knows who asks'],
  ['lib/client/a.ts', '@/lib/server/session', 'lib/server knows who asks'],
  ['db/a.ts', '@/lib/server/session', 'lib/server knows who asks'],
  ['lib/server/a.ts', '@/lib/client/query', 'lib/client is the browser'],
  ['lib/policy/a.ts', '@/lib/client', 'lib/client is the browser'],
  ['components/agents/a.tsx', '@/lib/workers/score', 'Only lib/server starts workers'],
  ['components/agents/a.tsx', '@/db', 'Only lib/server asks db'],
  ['app/w/page.tsx', '@/db/store', 'Only lib/server asks db'],
  ['cli/a.ts', '@/db', 'Only lib/server asks db'],
  ['lib/contract/a.ts', '@/db/schema/agents', 'Only lib/server asks db'],
  ['lib/server/commands/a.ts', 'drizzle-orm', 'Only db says drizzle-orm'],
  ['app/w/page.tsx', 'drizzle-orm/pg-core', 'Only db says drizzle-orm'],
  ['instrumentation.ts', 'better-sqlite3', 'Only db says drizzle-orm'],
  ['lib/server/a.ts', 'pg', 'Only db says drizzle-orm'],
  ['lib/text/a.ts', 'react', 'no React, no Next, no server'],
  ['lib/contract/a.ts', 'next/navigation', 'no React, no Next, no server'],
  ['lib/markdown/a.ts', 'server-only', 'no React, no Next, no server'],
  ['lib/agent-file/a.ts', 'node:fs', 'no Node modules'],
  ['lib/units/a.ts', 'crypto', 'no Node modules'],
  ['lib/workers/a.ts', 'server-only', 'server-only modules stay out of lib/workers'],
  ['lib/workers/a.ts', '@/lib/server/session', 'server-only modules stay out of lib/workers'],
  ['lib/checks/a.ts', '@/lib/agent-file/read', 'by its door'],
  ['components/editor/a.tsx', '@/lib/text/replace', 'by its door'],
  ['lib/server/reads/a.ts', '@/lib/policy/roles', 'by its door'],
  ['cli/a.ts', '@/lib/checks/rules', 'by its door'],
  ['lib/text/a.ts', '../merge/m', "'../' leaves the room"],
  ['lib/agent-file/a.ts', '../text', "'../' leaves the room"],
  ['lib/agent-file/a.test.ts', '../text', "'../' leaves the room"],
  ['lib/agent-file/yaml/a.ts', '../../text', "'../../' leaves the room"],
  ['lib/server/a.ts', '../../db', "'../' leaves the room"],
  ['components/editor/text/a.ts', '../../agents/list', "'../../' leaves the room"],
  ['app/w/page.tsx', '../../lib/server/session', "'../' must not leave the room"],
  ['lib/text/a.ts', '@/lib/agent-file', 'lib/text imports nothing of the other libraries'],
  ['lib/agent-file/a.ts', '@/lib/checks', 'lib/agent-file imports only text'],
  ['lib/agent-file/a.test.ts', '@/lib/checks', 'lib/agent-file imports only text'],
  ['lib/authority/a.ts', '@/lib/checks', 'lib/authority imports only agent-file, text'],
  ['lib/three-way/a.ts', '@/lib/merge', 'lib/three-way imports only agent-file, text'],
  ['lib/similarity/a.ts', '@/lib/merge', 'lib/similarity imports only units, agent-file, text'],
  ['lib/policy/a.ts', '@/lib/contract', 'lib/policy imports only text'],
  ['e2e/a.spec.ts', '@/lib/server/session', 'A story is told by a user'],
];

/** The arrows of docs/architecture.md, and what a careless pattern would catch with them. */
const ALLOWED: [string, string][] = [
  ['app/w/page.tsx', '@/components/agents/list'],
  ['app/w/page.tsx', '@/lib/server/reads/agents'],
  ['app/w/[workspace]/page.tsx', '../actions'],
  ['components/agents/a.tsx', '@/lib/client/query'],
  ['components/agents/a.tsx', '@/components/ui/button'],
  ['components/ui/a.tsx', './button'],
  ['components/editor/text/a.ts', '../state'],
  ['lib/server/commands/a.ts', '../session'],
  ['lib/server/a.ts', '@/db'],
  ['db/queries/a.ts', 'drizzle-orm'],
  ['db/schema/a.ts', '../kit'],
  ['db/a.ts', '@/lib/agent-file'],
  ['cli/a.ts', 'node:fs'],
  ['cli/a.ts', '@/lib/checks'],
  ['lib/text/a.test.ts', 'node:fs'],
  ['lib/checks/a.ts', '@/lib/authority'],
  ['lib/merge/a.ts', '@/lib/similarity'],
  ['lib/contract/a.ts', '@/lib/policy'],
  ['lib/agent-file/a.ts', 'yaml'],
  ['lib/markdown/a.ts', '@/lib/text'],
];

let folder = '';
let found = new Map<string, string[]>();

/** Puts an import into a file of its own in its room. */
function place(kind: string, index: number, file: string, source: string): string {
  const { dir, base } = path.parse(file);
  const target = path.join(dir, `${kind}-${index}-${base}`);
  const absolute = path.join(folder, target);
  fs.mkdirSync(path.dirname(absolute), { recursive: true });
  fs.writeFileSync(absolute, `export * from '${source}';\n`);
  return target;
}

const forbidden = FORBIDDEN.map((row, index) => ({ row, index, file: '' }));
const allowed = ALLOWED.map((row, index) => ({ row, index, file: '' }));

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muster-boundaries-'));
  const only = { ...config, vcs: undefined, $schema: undefined };
  fs.writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(only));
  for (const item of forbidden) item.file = place('bad', item.index, item.row[0], item.row[1]);
  for (const item of allowed) item.file = place('good', item.index, item.row[0], item.row[1]);
  const { stdout } = spawnSync(
    process.execPath,
    [BIOME, 'lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  found = readReport(stdout);
});

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function readReport(stdout: string): Map<string, string[]> {
  const result = new Map<string, string[]>();
  const { diagnostics } = JSON.parse(stdout.slice(stdout.indexOf('{')));
  for (const { location, message } of diagnostics) {
    const file = path.normalize(location.path?.file ?? location.path);
    result.set(file, [...(result.get(file) ?? []), String(message)]);
  }
  return result;
}

describe('import boundaries', () => {
  it('has the table of scripts/boundaries.mjs in biome.json', () => {
    expect(config.overrides).toEqual(withBoundaries(config).overrides);
  });

  it.each(forbidden)('$row.0 may not import $row.1', ({ row: [, , sentence], file }) => {
    expect(found.get(file)?.join('\n')).toContain(sentence);
  });

  it.each(allowed)('$row.0 may import $row.1', ({ file }) => {
    expect(found.get(file)).toBeUndefined();
  });

  it('lets no arrow of the table run in a circle', () => {
    const reach = (name: string, seen: string[]): string[] =>
      (PURE as Record<string, string[]>)[name]?.flatMap((next) => {
        expect(seen, `${[...seen, next].join(' → ')}`).not.toContain(next);
        return [next, ...reach(next, [...seen, next])];
      }) ?? [];
    for (const name of Object.keys(PURE)) reach(name, [name]);
  });

  it('knows every library that is there', () => {
    const rooms = execFileSync('git', ['ls-files', 'lib'], { cwd: ROOT, encoding: 'utf8' })
      .split('\n')
      .map((file) => file.split('/')[1] ?? '')
      .filter((name) => name !== '' && !['client', 'server', 'workers'].includes(name));
    expect(Object.keys(PURE)).toEqual(expect.arrayContaining([...new Set(rooms)]));
  });
});

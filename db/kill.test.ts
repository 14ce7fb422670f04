import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type { Store } from './database';
import { openStore } from './open-store';
import { getAgent } from './queries/agent-heads';
import { getVersion, listVersions } from './queries/versions';
import { buildChild, type ChildProgram } from './testing/processes';
import { makeAgent, makeWorkspace } from './testing/rows';

/** `npm run test:long` kills more often, and the bench more often still. */
const ROUNDS = process.env.MUSTER_ROUNDS === 'full' ? 20 : 5;
/** A second or two per process on a busy machine; five seconds for all on an idle one. */
const TIMEOUT_MS = 120_000;

let program: ChildProgram;
const dataDir = mkdtempSync(join(tmpdir(), 'muster-kill-'));
beforeAll(async () => {
  program = await buildChild();
});
afterAll(() => {
  program.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

async function makeTarget() {
  return withStore(async (store) => {
    const workspace = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, {});
    return { dataDir, workspaceId: workspace.id, agentId, userId: workspace.ownerId };
  });
}

/** Expects every acknowledged save with its text, and a history without gap that ends in the head. */
async function expectAll(store: Store, key: { workspaceId: string; agentId: string }, said: string[]) {
  for (const line of said) {
    const { versionId, text } = JSON.parse(line) as { versionId: string; text: string };
    const version = await getVersion(store.read, { ...key, versionId });
    expect(version?.text.slice(0, 36)).toBe(text);
  }
  const history = await listVersions(store.read, { ...key, offset: 0, limit: 100_000 });
  expect(history.map(({ number }) => number)).toEqual(history.map((_, i) => history.length - i));
  expect(history[0]?.versionId).toBe((await getAgent(store.read, key))?.version.versionId);
  return history.length - 1;
}

test(
  `a process killed while it saves loses no acknowledged save, ${ROUNDS} times`,
  async () => {
    const target = await makeTarget();
    const said: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const child = program.start('save', target);
      while (child.lines().length < 1 + (round % 4)) {
        if (child.process.exitCode !== null) await child.ended;
        await setTimeout(2);
      }
      await setTimeout(Math.random() * 10);
      child.process.kill('SIGKILL');
      await child.ended;
      said.push(...child.lines());
      await withStore(async (store) => {
        const saved = await expectAll(store, target, said);
        // Beyond what was said, each killed process may have committed one save that it could not tell of.
        expect(saved - said.length).toBeLessThanOrEqual(round + 1);
      });
    }
    const connection = new Database(join(dataDir, 'muster.db'), { readonly: true });
    expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(connection.pragma('foreign_key_check')).toEqual([]);
    connection.close();
  },
  TIMEOUT_MS,
);

test(
  'processes that save at the same time lose nothing and are never told "busy"',
  async () => {
    const target = await makeTarget();
    const children = Array.from({ length: 4 }, () => program.start('save', { ...target, saves: 25 }));
    await Promise.all(children.map(({ ended }) => ended));
    const said = children.flatMap((child) => child.lines());
    expect(said).toHaveLength(100);
    await withStore(async (store) => {
      expect(await expectAll(store, target, said)).toBe(100);
    });
  },
  TIMEOUT_MS,
);

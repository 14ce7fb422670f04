import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { askDeletion, listAuditEvents, openStore, type Store } from '@/db';
import { buildChild, type ChildProgram } from '@/db/testing/processes';
import { makeAgent, makeWorkspace } from '@/db/testing/rows';

import { deleteDueWorkspaces } from './deletion';

const AGENTS = 200;
const NOW = 1_800_000_000_000;

let program: ChildProgram;
const dataDir = mkdtempSync(join(tmpdir(), 'muster-deletion-'));
beforeAll(async () => {
  program = await buildChild('lib/server/testing/deletion-child.ts');
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

/** Agents and versions that are left of all workspaces. */
const countRows = ({ read: { q, t } }: Store): Promise<number> =>
  Promise.all([q.select().from(t.agents), q.select().from(t.versions)]).then((rows) => rows.flat().length);

test('a server that is killed while it takes a workspace away goes on where it was', async () => {
  const workspaceId = await withStore(async (store) => {
    const workspace = await makeWorkspace(store);
    for (let at = 0; at < AGENTS; at++) await makeAgent(store, workspace, { text: `agent ${at}` });
    const due = { workspaceId: workspace.id, userId: workspace.ownerId, dueAt: NOW, now: NOW - 1 };
    await store.write((tx) => askDeletion(tx, due));
    return workspace.id;
  });
  const left = [2 * AGENTS];
  for (let round = 1; round <= 3; round++) {
    const child = program.start('write', { dataDir, now: NOW + 1, pauseMs: 100 });
    while (child.lines().length < 1 + 2 * round) {
      if (child.process.exitCode !== null) await child.ended;
      await setTimeout(2);
    }
    child.process.kill('SIGKILL');
    await child.ended;
    left.push(await withStore(countRows));
  }
  // Each of them took some and none all: versions first, then agents.
  expect(left).toEqual(left.toSorted((a, b) => b - a));
  expect(new Set(left).size).toBe(4);
  expect(left.at(-1)).toBeGreaterThan(0);

  await withStore(async (store) => {
    await deleteDueWorkspaces(store, NOW + 1);
    await deleteDueWorkspaces(store, NOW + 2);
    const rows = await listAuditEvents(store.read, { workspaceId, offset: 0, limit: 10 });
    expect(rows.map(({ event, details }) => [event, details.agents]).sort()).toEqual([
      ['workspace.deleted', AGENTS],
      ['workspace.deletion-begun', AGENTS],
    ]);
    const { q, t } = store.read;
    for (const table of [t.agents, t.versions, t.texts]) expect(await q.select().from(table)).toEqual([]);
  });
});

import '../testing/mocks';

import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { strFromU8, unzipSync } from 'fflate';
import { expect, it, vi } from 'vitest';

import {
  appendAuditEvent,
  createAgent,
  deleteAgents,
  deleteSession,
  listAuditEvents,
  purgeAgents,
  removeMember,
  saveVersion,
} from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';

import { recheckAccess } from '../access-watch';
import { agentFacts } from '../agent-facts';
import { forgetSingleton } from '../singleton';
import { openTeam, type Team } from '../testing/team';
import { agentText, ask, makeMember, type Person } from '../testing/world';

const API = fileURLToPath(new URL('../../../app/api/w/[workspace]/archive', import.meta.url));
type Handler = Parameters<typeof ask>[1];

async function get(person: Person, workspace: string, file = 'route.ts'): Promise<Response> {
  const { GET } = (await import(path.join(API, file))) as { GET: Handler };
  return ask(person, GET, { workspace });
}
const progress = async (person: Person, workspace: string) =>
  (await get(person, workspace, 'progress/route.ts')).json();

const open = async () => openTeam(await (TEST_ENGINES[0] as (typeof TEST_ENGINES)[number]).open());

async function make({ world, ada, workspaceId }: Team, name: string, body?: string) {
  const text = agentText(name, body);
  const base = { workspaceId, userId: ada.userId, now: Date.now() };
  const made = await world.store.write((tx) =>
    createAgent(tx, { ...base, text, facts: agentFacts(text, null) }),
  );
  return { ...made, ...base, text };
}

async function restOf(reader: ReadableStreamDefaultReader<Uint8Array> | undefined, first: Uint8Array) {
  const chunks = [first];
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read())
    chunks.push(step.value);
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks as Uint8Array<ArrayBuffer>[])));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

it('is of the moment at which it began, whatever happens while it is read', async () => {
  const team = await open();
  const { world, ada, workspace, workspaceId } = team;
  const kept = await make(team, 'kept');
  const binned = await make(team, 'binned');
  await make(team, '../../outside');
  await make(team, 'turned\u202edm.sj');
  const of = { workspaceId, userId: ada.userId, now: Date.now() };
  await world.store.write((tx) => deleteAgents(tx, { ...of, agentIds: [binned.agentId] }));

  const reader = (await get(ada, workspace)).body?.getReader();
  const { value: first = new Uint8Array() } = (await reader?.read()) ?? {};
  const next = agentText('kept', 'Something else.\n');
  await world.store.write(async (tx) => {
    await saveVersion(tx, {
      ...{ ...of, agentId: kept.agentId, baseVersionId: kept.versionId, text: next },
      facts: agentFacts(next, null),
    });
    await appendAuditEvent(tx, { event: 'agent.saved', workspaceId, actorId: ada.userId, now: of.now });
    await purgeAgents(tx, { workspaceId, agentIds: [binned.agentId] });
  });
  await make(team, 'afterwards');
  const files = await restOf(reader, first);

  expect(files['.claude/agents/kept.md']).toBe(kept.text);
  expect(Object.keys(files).filter((name) => name.includes('afterwards'))).toEqual([]);
  expect(files['versions/kept/v2.md']).toBeUndefined();
  expect(files['versions.jsonl']?.trim().split('\n')).toHaveLength(4);
  expect(files['audit.jsonl']).not.toContain('agent.saved');
  // What was deleted for good meanwhile is told.
  expect(files['versions/binned/v1.md']).toBeUndefined();
  expect(JSON.parse(files['missing.jsonl'] ?? '')).toMatchObject({
    file: 'versions/binned/v1.md',
    why: expect.stringContaining('deleted for good'),
  });
  expect(JSON.parse(files['workspace.json'] ?? '')).toMatchObject({ agents: 4, versions: 4 });
  for (const name of Object.keys(files)) {
    expect(name).not.toMatch(/(^|\/)\.\.?(\/|$)|^\/|\\|\u202e/);
  }
  expect(await progress(ada, workspace)).toMatchObject({ state: 'done' });
  await world.dispose();
});

it('ends with its reader, says so, and another one can begin', async () => {
  const team = await open();
  const { world, ada, workspace, workspaceId } = team;
  for (const at of [1, 2, 3]) await make(team, `agent-${at}`);
  expect(await progress(ada, workspace)).toMatchObject({ state: 'none' });
  const first = await get(ada, workspace);
  const reader = first.body?.getReader();
  await reader?.read();
  await reader?.read();
  expect(await progress(ada, workspace)).toMatchObject({ state: 'running', written: 1, total: 6 });
  const second = await get(ada, workspace);
  expect([second.status, (await second.json()).error.message]).toEqual([
    409,
    expect.stringContaining('being exported already'),
  ]);
  await reader?.cancel();
  expect(await progress(ada, workspace)).toMatchObject({ state: 'stopped' });
  const events = await listAuditEvents(world.store.read, { workspaceId, offset: 0, limit: 10 });
  expect(events.map(({ event }) => event)).toContain('workspace.export-stopped');

  // Nobody waits for it any more while it is prepared.
  const { GET } = (await import(path.join(API, 'route.ts'))) as { GET: Handler };
  const cancelled = await ask(ada, GET, { workspace }, { signal: AbortSignal.abort() });
  expect(cancelled.status).toBe(409);
  expect(await progress(ada, workspace)).toMatchObject({ state: 'stopped' });

  await (await get(ada, workspace)).arrayBuffer();
  expect(await progress(ada, workspace)).toMatchObject({ state: 'done' });
  await world.dispose();
});

it('is unknown to a server that did not begin it, until whoever did says how it went', async () => {
  const team = await open();
  const { world, ada, workspace } = team;
  await make(team, 'agent');
  const reader = (await get(ada, workspace)).body?.getReader();
  const { value: first = new Uint8Array() } = (await reader?.read()) ?? {};
  // As after a restart, and as another process sees it.
  forgetSingleton('archives');
  expect(await progress(ada, workspace)).toMatchObject({ state: 'unknown', at: expect.any(Number) });
  await restOf(reader, first);
  expect(await progress(ada, workspace)).toMatchObject({ state: 'done' });
  await world.dispose();
});

it('is no more for an owner who was removed or is signed out', async () => {
  const team = await open();
  const { world, ada, workspace, workspaceId } = team;
  await make(team, 'agent');
  for (const ending of ['removed', 'signed out'] as const) {
    const owner = await makeMember(world.store, workspaceId, 'owner');
    const reader = (await get(owner, workspace)).body?.getReader();
    await reader?.read();
    await world.store.write(async (tx) => {
      if (ending === 'signed out') await deleteSession(tx, { sessionId: owner.sessionId });
      else await removeMember(tx, { workspaceId, userId: owner.userId, now: Date.now() });
    });
    await recheckAccess();
    await expect(reader?.read()).rejects.toThrow(ending === 'removed' ? 'not a member' : 'signed out');
    // The cookie is the one of before.
    expect((await get(owner, workspace)).status).toBe(ending === 'removed' ? 404 : 401);
    await vi.waitFor(async () => expect(await progress(ada, workspace)).toMatchObject({ state: 'stopped' }));
  }
  await world.dispose();
});

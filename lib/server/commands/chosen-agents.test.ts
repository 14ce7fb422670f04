import '../testing/mocks';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { listAuditEvents, listTags } from '@/db';
import { TEST_ENGINES } from '@/db/testing/engines';
import { agentFilter, MAX_TAGS } from '@/lib/contract';

import { action } from '../action';
import { listAgents } from '../reads/agents';
import { dataOf, openTeam, type Team } from '../testing/team';
import { agentText, as } from '../testing/world';
import { archiveAgents } from './archive-agents';
import { createAgent } from './create-agent';
import { deleteAgents } from './delete-agents';
import { purgeAgents } from './purge-agents';
import { restoreAgents } from './restore-agents';
import { tagAgents } from './tag-agents';
import { unarchiveAgents } from './unarchive-agents';

const act = {
  create: action(createAgent),
  delete: action(deleteAgents),
  restore: action(restoreAgents),
  archive: action(archiveAgents),
  unarchive: action(unarchiveAgents),
  purge: action(purgeAgents),
  tag: action(tagAgents),
};

let team: Team;
beforeAll(async () => {
  const [engine] = TEST_ENGINES;
  if (!engine) throw new Error('no engine');
  team = await openTeam(await engine.open());
}, 60_000);
afterAll(() => team.world.dispose());

async function make(names: readonly string[]): Promise<string[]> {
  const { bob, workspace } = team;
  const ids: string[] = [];
  for (const name of names) {
    const { agentId } = await dataOf(as(bob, () => act.create({ workspace, text: agentText(name) })));
    ids.push(agentId);
  }
  return ids;
}

const move = (
  which: 'delete' | 'restore' | 'archive' | 'unarchive' | 'purge',
  choice: Parameters<typeof act.delete>[0]['choice'],
  who = team.bob,
) => as(who, () => act[which]({ workspace: team.workspace, choice }));
const places = async (query: string) => {
  const of = async (place: 'in-use' | 'archived' | 'bin') => {
    const filter = agentFilter.parse({ query, place });
    const { agents } = await as(team.bob, () => listAgents(team.workspace, { filter }));
    return agents.length;
  };
  return [await of('in-use'), await of('archived'), await of('bin')];
};

it('what a filter lets through is moved but for some, and undone by the ids that came back', async () => {
  const ids = await make(['heron-1', 'heron-2', 'heron-3', 'egret-1']);
  const [first = ''] = ids;
  const filter = { query: 'heron' };
  const { ids: moved } = await dataOf(move('archive', { filter, except: [first], count: 2 }));
  expect(moved.sort()).toEqual(ids.slice(1, 3).sort());
  expect(await places('heron')).toEqual([1, 2, 0]);
  await dataOf(move('unarchive', { ids: moved }));
  await dataOf(move('delete', { ids: moved }));
  expect(await places('heron')).toEqual([1, 0, 2]);
  await dataOf(move('restore', { filter: { ...filter, place: 'bin' }, count: 2 }));
  expect(await places('heron')).toEqual([3, 0, 0]);
});

it('nothing is moved when others match than were seen', async () => {
  await make(['stork-1', 'stork-2']);
  const result = await move('delete', { filter: { query: 'stork' }, count: 1 });
  expect(result).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('2 agents match now, not 1') },
  });
  expect(await places('stork')).toEqual([2, 0, 0]);
});

it('only what is in the bin goes for good, and only at the word of an admin', async () => {
  const ids = await make(['crane-1', 'crane-2']);
  await dataOf(move('delete', { ids: ids.slice(0, 1) }));
  expect(await move('purge', { ids })).toMatchObject({ error: { code: 'forbidden' } });
  expect(await dataOf(move('purge', { ids }, team.ada))).toEqual({ ids: ids.slice(0, 1) });
  expect(await places('crane')).toEqual([1, 0, 0]);
  expect(await move('purge', { ids }, team.ada)).toMatchObject({ error: { code: 'not_found' } });
  const { workspaceId, world } = team;
  const page = { workspaceId, event: 'agent.purged', offset: 0, limit: 5 };
  const events = await listAuditEvents(world.store.read, page);
  expect(events.filter(({ outcome }) => outcome === 'done')).toMatchObject([
    { actorId: team.ada.userId, details: { agents: ids.slice(0, 1) } },
  ]);
});

it('tags are alike whatever their case, width and blanks; what changed comes back to be undone', async () => {
  const [a = '', b = ''] = await make(['ibis-1', 'ibis-2']);
  const { workspace, workspaceId, bob, world } = team;
  const tag = (ids: string[], add: string[], remove: string[] = []) =>
    as(bob, () => act.tag({ workspace, choice: { ids }, add, remove }));
  await dataOf(tag([a], ['  On   Call ', 'ＱＡ']));
  expect(await dataOf(tag([a, b], ['on call'], ['qa', 'none']))).toEqual({
    changes: [
      { tag: 'qa', change: 'removed', ids: [a] },
      { tag: 'on call', change: 'added', ids: [b] },
    ],
  });
  expect(await dataOf(tag([a, b], ['on call']))).toEqual({ changes: [] });
  for (const wrong of ['', ' ', 'x'.repeat(41), 'two\nlines', '\0']) {
    expect(await tag([a], [wrong]), JSON.stringify(wrong)).toMatchObject({
      error: { code: 'invalid_input' },
    });
  }
  const many = Array.from({ length: MAX_TAGS }, (_, i) => `t${i}`);
  expect(await tag([a, b], many)).toMatchObject({
    error: { message: expect.stringContaining(`2 agents would have more than ${MAX_TAGS} tags`) },
  });
  const agentIds = [a, b];
  expect([...(await listTags(world.store.read, { workspaceId, agentIds })).values()]).toEqual([
    ['on call'],
    ['on call'],
  ]);
});

it('a search that finds few says what is close, and one that finds nothing what holds it back', async () => {
  await make(['bittern-1', 'bittern-2']);
  const ask = (some: object) =>
    as(team.bob, () => listAgents(team.workspace, { filter: agentFilter.parse(some) }));
  const close = await ask({ query: 'bitern-2' });
  expect(close.total).toBe(0);
  expect(close.close.map(({ title }) => title)).toEqual(['bittern-2']);
  const none = await ask({ query: 'bittern', models: ['opus'], tags: ['nowhere'] });
  expect(none).toMatchObject({ total: 0, without: expect.any(Array) });
  expect(Object.fromEntries(none.without.map(({ field, count }) => [field, count]))).toEqual({
    ...{ query: 0, models: 0, tags: 0 },
  });
  const one = await ask({ query: 'bittern', models: ['opus'] });
  expect(one.without).toContainEqual({ field: 'models', count: 2 });
});

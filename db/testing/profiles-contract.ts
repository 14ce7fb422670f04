/** Does whoever reads the changes of profiles miss none, see no agent that is not in use, and get late ones made? */

import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { archiveAgents, deleteAgents, restoreAgents, unarchiveAgents } from '../queries/agent-places';
import {
  countProfileChanges,
  FIRST_PROFILE,
  listAgentsWithoutProfile,
  listProfileChanges,
  type ProfileCursor,
  saveProfiles,
  touchProfiles,
} from '../queries/profiles';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

const made = (json: string) => ({ recipe: 3, json });

export function profilesContract(open: () => Store, { concurrent }: { concurrent: boolean }): void {
  const changesSince = async (workspaceId: string, after: ProfileCursor, limit = 100) => {
    const rows = await listProfileChanges(open().read, { workspaceId, after, limit });
    const last = rows.at(-1);
    const seen = rows.map(({ agentId, recipe, profile }) => ({ agentId, recipe, profile }));
    return { seen, cursor: last ? { sequence: last.sequence, agentId: last.agentId } : after };
  };

  test('every save is a change, of this workspace only', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    await makeAgent(store, await makeWorkspace(store), {});
    const { agentId, versionId } = await makeAgent(store, workspace, { profile: made('one') });
    const first = await changesSince(workspace.id, FIRST_PROFILE);
    expect(first.seen).toEqual([{ agentId, recipe: 3, profile: 'one' }]);
    expect((await changesSince(workspace.id, first.cursor)).seen).toEqual([]);

    const save = { workspaceId: workspace.id, agentId, userId: workspace.ownerId, facts: facts(), now: NOW };
    const saved = await store.write((tx) =>
      saveVersion(tx, { ...save, baseVersionId: versionId, text: 'two', profile: made('two') }),
    );
    const second = await changesSince(workspace.id, first.cursor);
    expect(second.seen).toEqual([{ agentId, recipe: 3, profile: 'two' }]);
    const lost = store.write(async (tx) => {
      await saveVersion(tx, {
        ...save,
        baseVersionId: saved?.versionId ?? '',
        text: '3',
        profile: made('3'),
      });
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    expect((await changesSince(workspace.id, second.cursor)).seen).toEqual([]);
    const all = { workspaceId: workspace.id, after: FIRST_PROFILE };
    expect(await countProfileChanges(store.read, all)).toBe(1);
    expect(await countProfileChanges(store.read, { ...all, before: 3 })).toBe(0);
    expect(await countProfileChanges(store.read, { ...all, before: 4 })).toBe(1);
    expect(await countProfileChanges(store.read, { ...all, after: second.cursor })).toBe(0);
  });

  test('an agent that goes out of use, or comes back, is a change', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const change = { workspaceId: workspace.id, userId: workspace.ownerId, now: NOW };
    const kept = await makeAgent(store, workspace, { profile: made('kept') });
    const gone = await makeAgent(store, workspace, { profile: made('gone') });
    let { cursor } = await changesSince(workspace.id, FIRST_PROFILE);
    const next = async () => {
      const found = await changesSince(workspace.id, cursor);
      cursor = found.cursor;
      return found.seen;
    };
    const inUse = { agentId: gone.agentId, recipe: 3, profile: 'gone' };
    const agentIds = [gone.agentId];
    await store.write((tx) => deleteAgents(tx, { ...change, agentIds }));
    expect(await next()).toEqual([{ ...inUse, profile: null }]);
    await store.write((tx) => restoreAgents(tx, { ...change, agentIds }));
    expect(await next()).toEqual([inUse]);
    const into = { ...change, mergedInto: kept.agentId };
    await store.write(async (tx) => {
      await archiveAgents(tx, { ...into, agents: [gone] });
      await touchProfiles(tx, { workspaceId: workspace.id, agentIds });
    });
    expect(await next()).toEqual([{ ...inUse, profile: null }]);
    await store.write(async (tx) => {
      await unarchiveAgents(tx, { ...into, agentIds });
      await touchProfiles(tx, { workspaceId: workspace.id, agentIds });
    });
    expect(await next()).toEqual([inUse]);
  });

  test('pages tell of each agent once, of many with one number, too', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const agentIds: string[] = [];
    for (let i = 0; i < 7; i++) agentIds.push((await makeAgent(store, workspace, {})).agentId);
    await store.write((tx) => touchProfiles(tx, { workspaceId: workspace.id, agentIds }));
    const seen: string[] = [];
    let cursor = FIRST_PROFILE;
    for (;;) {
      const page = await changesSince(workspace.id, cursor, 2);
      if (page.seen.length === 0) break;
      seen.push(...page.seen.map(({ agentId }) => agentId));
      cursor = page.cursor;
    }
    expect(seen).toEqual([...agentIds].sort());
  });

  test('what was not made at once is made later, unless the head has moved', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const workspaceId = workspace.id;
    const late = await makeAgent(store, workspace, { text: 'late' });
    const old = await makeAgent(store, workspace, { text: 'old', profile: { recipe: 2, json: 'old' } });
    await makeAgent(store, workspace, { profile: made('present') });
    const waiting = () => listAgentsWithoutProfile(store.read, { workspaceId, recipe: 3, limit: 10 });
    const rows = await waiting();
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(['late', 'old']));
    const { agentId, versionId } = late;
    const profiles = [
      { agentId, versionId, profile: made('late') },
      { agentId: old.agentId, versionId: 'another', profile: made('wrong') },
    ];
    const { cursor } = await changesSince(workspaceId, FIRST_PROFILE);
    await store.write((tx) => saveProfiles(tx, { workspaceId, profiles }));
    expect((await changesSince(workspaceId, cursor)).seen).toEqual([{ agentId, recipe: 3, profile: 'late' }]);
    expect((await waiting()).map(({ text }) => text)).toEqual(['old']);
  });

  test.runIf(concurrent)('a change never commits before one with a smaller number', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const save = { workspaceId: workspace.id, userId: workspace.ownerId, facts: facts(), now: NOW };
    const [a, b] = [await makeAgent(store, workspace, {}), await makeAgent(store, workspace, {})];
    const { cursor } = await changesSince(workspace.id, FIRST_PROFILE);
    const write = (agent: typeof a, text: string, waitMs: number) =>
      store.write(async (tx) => {
        await saveVersion(tx, { ...save, agentId: agent.agentId, baseVersionId: agent.versionId, text });
        await setTimeout(waitMs);
      });
    // The first has its number and has not committed when the second begins.
    const slow = write(a, 'slow', 120);
    await setTimeout(30);
    const fast = write(b, 'fast', 0);
    await Promise.race([slow, fast]);
    const first = await changesSince(workspace.id, cursor);
    await Promise.all([slow, fast]);
    const rest = await changesSince(workspace.id, first.cursor);
    expect([...first.seen, ...rest.seen].map(({ agentId }) => agentId)).toEqual([a.agentId, b.agentId]);
  });
}

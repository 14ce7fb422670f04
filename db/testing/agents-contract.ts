/** Are agents listed, saved, binned and brought back as promised, and only within their workspace? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { createAgent, saveVersion } from '../queries/agent-changes';
import { listAgentsForExport } from '../queries/agent-exports';
import { getAgent, getAgentByText, listAgentNames } from '../queries/agent-heads';
import { deleteAgents, restoreAgents } from '../queries/agent-places';
import { listAgents } from '../queries/agents';
import { getVersion, listVersions } from '../queries/versions';
import { facts, makeAgent, makeUser, makeWorkspace, NOW } from './rows';

export function agentsContract(open: () => Store): void {
  const titles = async (workspaceId: string, more: { sort?: 'changed'; filter?: { place: 'bin' } } = {}) => {
    const { rows } = await listAgents(open().read, { workspaceId, offset: 0, limit: 100, ...more });
    return rows.map(({ title }) => title);
  };

  test('lists what was extracted, by title without case, bytewise beyond ASCII', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const tools = { kind: 'list' as const, list: ['Read', 'mcp__a__*'] };
    const given = facts({
      name: 'Beta',
      tools,
      model: 'opus',
      color: 'red',
      loads: false,
      problem: 'No name.',
    });
    const { agentId } = await makeAgent(store, workspace, { facts: given, now: NOW + 1 });
    for (const name of ['alpha', 'Émile', 'éa', 'z', 'b-1', '校閲']) {
      await makeAgent(store, workspace, { facts: { name } });
    }
    await makeAgent(store, await makeWorkspace(store), {});
    expect(await titles(workspace.id)).toEqual(['alpha', 'b-1', 'Beta', 'z', 'éa', 'Émile', '校閲']);
    expect((await titles(workspace.id, { sort: 'changed' }))[0]).toBe('Beta');
    const page = await listAgents(store.read, { workspaceId: workspace.id, offset: 2, limit: 1 });
    expect(page.total).toBe(7);
    const { problems: _problems, factsRecipe: _recipe, ...listed } = given;
    expect(page.rows).toEqual([
      {
        ...listed,
        id: agentId,
        hidden: false,
        versionNumber: 1,
        updatedAt: NOW + 1,
        updatedBy: 'Ada',
        updatedById: workspace.ownerId,
        tags: [],
        deletedAt: null,
        archivedAt: null,
        mergedInto: null,
      },
    ]);
  });

  test('hides those that load and share a name', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    await makeAgent(store, await makeWorkspace(store), { facts: { name: 'twin' } });
    const first = await makeAgent(store, workspace, { facts: { name: 'twin', title: '1' } });
    const second = await makeAgent(store, workspace, { facts: { name: 'twin', title: '2' } });
    await makeAgent(store, workspace, { facts: { name: 'twin', title: '3', loads: false } });
    await makeAgent(store, workspace, { facts: { name: 'Twin', title: '4' } });
    await makeAgent(store, workspace, { facts: { name: null, title: '5', loads: false } });
    await makeAgent(store, workspace, { facts: { name: null, title: '6', loads: false } });
    const hidden = async () => {
      const { rows } = await listAgents(store.read, { workspaceId: workspace.id, offset: 0, limit: 10 });
      return rows.filter((row) => row.hidden).map(({ title }) => title);
    };
    expect(await hidden()).toEqual(['1', '2']);
    expect(
      await listAgentNames(store.read, { workspaceId: workspace.id, exceptIds: [first.agentId] }),
    ).toEqual(['Twin', 'twin']);
    const bin = { workspaceId: workspace.id, userId: workspace.ownerId, now: NOW + 5 };
    await store.write((tx) => deleteAgents(tx, { ...bin, agentIds: [second.agentId] }));
    expect(await hidden()).toEqual([]);
    expect(
      await listAgentNames(store.read, { workspaceId: workspace.id, exceptIds: [first.agentId] }),
    ).toEqual(['Twin']);
  });

  test('saves a version on its base only', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const editor = await makeUser(store, 'Grace');
    const made = await makeAgent(store, workspace, { text: 'one', fileName: 'one.md' });
    const save = {
      workspaceId: workspace.id,
      agentId: made.agentId,
      baseVersionId: made.versionId,
      text: 'two',
      facts: facts({ name: 'renamed' }),
      userId: editor.id,
      authors: [editor.id, workspace.ownerId],
      message: 'Shorter.',
      now: NOW + 10,
    };
    expect(await store.write((tx) => saveVersion(tx, { ...save, workspaceId: other.id }))).toBeNull();
    const saved = await store.write((tx) => saveVersion(tx, save));
    expect(saved).toEqual({ versionId: expect.any(String), number: 2, savedAt: NOW + 10 });
    expect(await store.write((tx) => saveVersion(tx, { ...save, text: 'late' }))).toBeNull();

    const key = { workspaceId: workspace.id, agentId: made.agentId };
    expect(await getAgent(store.read, key)).toEqual({
      id: made.agentId,
      name: 'renamed',
      title: 'renamed',
      fileName: 'one.md',
      originPath: null,
      deletedAt: null,
      archivedAt: null,
      mergedInto: null,
      version: { versionId: saved?.versionId, number: 2, savedAt: NOW + 10, savedBy: 'Grace' },
      text: 'two',
    });
    expect(await getAgent(store.read, { ...key, workspaceId: other.id })).toBeNull();
    expect(await getVersion(store.read, { ...key, versionId: made.versionId })).toMatchObject({
      text: 'one',
      parents: [],
      authors: [workspace.ownerId],
      message: null,
    });
    const elsewhere = { ...key, workspaceId: other.id, versionId: made.versionId };
    expect(await getVersion(store.read, elsewhere)).toBeNull();
    const history = await listVersions(store.read, { ...key, offset: 0, limit: 10 });
    expect(history).toEqual([
      {
        versionId: saved?.versionId,
        number: 2,
        savedAt: NOW + 10,
        savedBy: 'Grace',
        savedById: editor.id,
        parents: [made.versionId],
        authors: [editor.id, workspace.ownerId],
        message: 'Shorter.',
      },
      expect.objectContaining({ versionId: made.versionId, number: 1 }),
    ]);
  });

  test('moves agents to the bin and back', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const kept = await makeAgent(store, workspace, { text: 'kept', facts: { name: 'kept' } });
    const gone = await makeAgent(store, workspace, { text: 'gone', facts: { name: 'gone' } });
    const foreign = await makeAgent(store, other, {});
    const change = {
      workspaceId: workspace.id,
      userId: workspace.ownerId,
      agentIds: [gone.agentId, gone.agentId, foreign.agentId, 'unknown'],
      now: NOW + 20,
    };
    expect(await store.write((tx) => deleteAgents(tx, change))).toEqual([gone.agentId]);
    expect(await store.write((tx) => deleteAgents(tx, change))).toEqual([]);
    expect(await titles(workspace.id)).toEqual(['kept']);
    expect(await titles(workspace.id, { filter: { place: 'bin' } })).toEqual(['gone']);
    expect(await titles(other.id)).toEqual(['reviewer']);
    expect(await getAgentByText(store.read, { workspaceId: workspace.id, text: 'gone' })).toBeNull();
    expect(await listAgentsForExport(store.read, { workspaceId: workspace.id })).toHaveLength(1);
    const key = { workspaceId: workspace.id, agentId: gone.agentId };
    expect(await getAgent(store.read, key)).toMatchObject({ deletedAt: NOW + 20, text: 'gone' });
    const save = {
      ...key,
      baseVersionId: gone.versionId,
      text: 'x',
      facts: facts(),
      userId: workspace.ownerId,
    };
    expect(await store.write((tx) => saveVersion(tx, { ...save, now: NOW + 21 }))).toBeNull();
    expect(await store.write((tx) => restoreAgents(tx, { ...change, now: NOW + 30 }))).toEqual([
      gone.agentId,
    ]);
    expect(await titles(workspace.id)).toEqual(['gone', 'kept']);
    const ids = [kept.agentId, foreign.agentId];
    expect(
      (await listAgentsForExport(store.read, { workspaceId: workspace.id, agentIds: ids })).map(
        ({ id }) => id,
      ),
    ).toEqual([kept.agentId]);
  });

  test('takes ten thousand ids at once', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, {});
    const agentIds = [...Array.from({ length: 9_999 }, (_, i) => `none-${i}`), agentId];
    const change = { workspaceId: workspace.id, userId: workspace.ownerId, agentIds, now: NOW };
    expect(await store.write((tx) => deleteAgents(tx, change))).toEqual([agentId]);
  });

  test('writes nothing of an agent whose creation fails half-way', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const agent = {
      workspaceId: workspace.id,
      text: 'x',
      facts: facts(),
      userId: workspace.ownerId,
      now: NOW,
    };
    const failing = store.write(async (tx) => {
      await createAgent(tx, agent);
      throw new Error('after the agent');
    });
    await expect(failing).rejects.toThrow('after the agent');
    expect(await titles(workspace.id)).toEqual([]);
    expect(await getAgentByText(store.read, { workspaceId: workspace.id, text: 'x' })).toBeNull();
  });
}

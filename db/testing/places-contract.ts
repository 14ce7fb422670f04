/** Are agents archived and brought back, tagged, emptied out of the bin and read anew as promised? */

import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Store } from '../database';
import { listAgentsToReadAnew, saveFacts, saveVersion } from '../queries/agent-changes';
import { getAgent, listAgentHeads, listAgentIds } from '../queries/agent-heads';
import {
  archiveAgents,
  deleteAgents,
  listExpiredAgents,
  purgeAgents,
  restoreAgents,
  shelveAgents,
  unshelveAgents,
} from '../queries/agent-places';
import { addTag, countOverTagged, listTags, removeTag } from '../queries/tags';
import type { TestEngine } from './engines';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

export function placesContract(open: () => Store, engine: TestEngine): void {
  test('archives and brings back, but not what a merge put away for another', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const a = await makeAgent(store, workspace, { facts: { name: 'a' } });
    const b = await makeAgent(store, workspace, { facts: { name: 'b' } });
    const into = await makeAgent(store, workspace, { facts: { name: 'into' } });
    const foreign = await makeAgent(store, await makeWorkspace(store), {});
    const both = { workspaceId, userId, agentIds: [a.agentId, b.agentId, foreign.agentId], now: NOW + 1 };
    await store.write((tx) => archiveAgents(tx, { ...both, agents: [b], mergedInto: into.agentId }));
    expect(await store.write((tx) => shelveAgents(tx, both))).toEqual([a.agentId]);
    expect(await store.write((tx) => shelveAgents(tx, both))).toEqual([]);
    expect(await store.write((tx) => unshelveAgents(tx, both))).toEqual([a.agentId]);
    // To the bin and back, an archived agent is archived again.
    const one = { ...both, agentIds: [a.agentId] };
    await store.write((tx) => shelveAgents(tx, one));
    expect(await store.write((tx) => deleteAgents(tx, both))).toEqual([a.agentId]);
    expect(await store.write((tx) => unshelveAgents(tx, one))).toEqual([]);
    expect(await store.write((tx) => restoreAgents(tx, both))).toEqual([a.agentId]);
    expect(await store.write((tx) => unshelveAgents(tx, one))).toEqual([a.agentId]);
    // What took the place of b goes for good: b can come back by itself.
    const taker = { ...both, agentIds: [into.agentId] };
    await store.write((tx) => deleteAgents(tx, taker));
    await store.write((tx) => purgeAgents(tx, taker));
    expect(await store.write((tx) => unshelveAgents(tx, both))).toEqual([b.agentId]);
    expect(await listAgentHeads(store.read, { workspaceId, agentIds: [b.agentId] })).toMatchObject([
      { archivedAt: null, mergedInto: null },
    ]);
  });

  test('removes for good only what is in the bin, with the texts that nothing else says', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const shared = await makeAgent(store, workspace, { text: 'shared' });
    const gone = await makeAgent(store, workspace, { text: 'first' });
    const foreign = await makeAgent(store, other, { text: 'first' });
    const save = { workspaceId, agentId: gone.agentId, userId, facts: facts() };
    await store.write(async (tx) => {
      const second = await saveVersion(tx, {
        ...save,
        baseVersionId: gone.versionId,
        text: 'shared',
        now: NOW,
      });
      await saveVersion(tx, { ...save, baseVersionId: second?.versionId ?? '', text: 'last', now: NOW });
      await addTag(tx, { workspaceId, agentIds: [gone.agentId], tag: 'x' });
    });
    const ids = { workspaceId, userId, agentIds: [shared.agentId, gone.agentId, foreign.agentId] };
    const purge = () => store.write((tx) => purgeAgents(tx, ids));
    expect(await purge()).toEqual([]);
    await store.write((tx) => deleteAgents(tx, { ...ids, agentIds: [gone.agentId], now: NOW + 5 }));
    await store.write((tx) => deleteAgents(tx, { ...ids, workspaceId: other.id, now: NOW + 5 }));
    const expired = async (before: number) =>
      (await listExpiredAgents(store.read, { before, limit: 10_000 }))
        .filter((each) => each.workspaceId === workspaceId)
        .map(({ agentId }) => agentId);
    expect(await expired(NOW + 5)).toEqual([]);
    expect(await expired(NOW + 6)).toEqual([gone.agentId]);
    expect(await purge()).toEqual([gone.agentId]);
    expect(await listAgentIds(store.read, ids)).toEqual([shared.agentId]);
    const { q, t } = store.read;
    const texts = await q.select().from(t.texts).where(eq(t.texts.workspaceId, workspaceId));
    expect(texts.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['shared']);
    expect(await q.select().from(t.texts).where(eq(t.texts.workspaceId, other.id))).toHaveLength(1);
    expect(await q.select().from(t.agentTags).where(eq(t.agentTags.workspaceId, workspaceId))).toEqual([]);
    const left = and(eq(t.versions.workspaceId, workspaceId), eq(t.versions.agentId, gone.agentId));
    expect(await q.select().from(t.versions).where(left)).toEqual([]);
  });

  test.skipIf(!engine.concurrent)('loses no save of a text that goes at the same time', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    for (let round = 0; round < 25; round++) {
      const text = `said in round ${round}`;
      const { agentId } = await makeAgent(store, workspace, { text });
      const ids = { workspaceId, userId, agentIds: [agentId], now: NOW };
      await store.write((tx) => deleteAgents(tx, ids));
      const [purged, ...made] = await Promise.all([
        store.write((tx) => purgeAgents(tx, ids)),
        ...[1, 2, 3].map(() => makeAgent(store, workspace, { text })),
      ]);
      expect(purged).toEqual([agentId]);
      for (const each of made) {
        const found = await getAgent(store.read, { workspaceId, agentId: each.agentId });
        expect(found?.text).toBe(text);
      }
    }
  });

  test('gives tags once, and takes them away', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId } = workspace;
    const { agentId: a } = await makeAgent(store, workspace, {});
    const { agentId: b } = await makeAgent(store, workspace, {});
    const agentIds = [a, b];
    const add = (tag: string, ids: string[]) =>
      store.write((tx) => addTag(tx, { workspaceId, agentIds: ids, tag }));
    expect(await add('y', [b])).toEqual([b]);
    expect(await add('y', agentIds)).toEqual([a]);
    expect(await add('x', [a, a])).toEqual([a]);
    expect(await listTags(store.read, { workspaceId, agentIds })).toEqual(
      new Map([
        [a, ['x', 'y']],
        [b, ['y']],
      ]),
    );
    expect(await countOverTagged(store.read, { workspaceId, agentIds, most: 1 })).toBe(1);
    const other = await makeWorkspace(store);
    const elsewhere = { workspaceId: other.id, agentIds, tag: 'y' };
    expect(await store.write((tx) => removeTag(tx, elsewhere))).toEqual([]);
    const removed = await store.write((tx) => removeTag(tx, { ...elsewhere, workspaceId }));
    expect(removed.sort()).toEqual([a, b].sort());
    expect(await listTags(store.read, { workspaceId, agentIds })).toEqual(new Map([[a, ['x']]]));
  });

  test('reads anew what an older recipe read, unless its head has moved', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const old = { factsRecipe: 0 };
    const a = await makeAgent(store, workspace, { text: 'one', facts: old, fileName: 'a.md' });
    const b = await makeAgent(store, workspace, { text: 'two', facts: old, now: NOW + 1 });
    await makeAgent(store, workspace, { facts: { factsRecipe: 1 } });
    const found = await listAgentsToReadAnew(store.read, { recipe: 1, after: '', limit: 1000 });
    const mine = found.filter((agent) => agent.workspaceId === workspaceId);
    const of = ({ agentId, versionId }: typeof a) => ({ workspaceId, agentId, versionId });
    expect(mine).toEqual([
      { ...of(a), fileName: 'a.md', text: 'one' },
      { ...of(b), fileName: null, text: 'two' },
    ]);
    const fresh = facts({ name: 'read-anew', problems: ['x'] });
    const base = { workspaceId, agentId: b.agentId, baseVersionId: b.versionId, userId };
    await store.write(async (tx) => {
      await saveVersion(tx, { ...base, text: 'three', facts: facts({ name: 'saved' }), now: NOW + 9 });
      for (const agent of mine) await saveFacts(tx, { agent, facts: fresh });
    });
    expect(await getAgent(store.read, { workspaceId, agentId: a.agentId })).toMatchObject({
      name: 'read-anew',
    });
    expect(await getAgent(store.read, { workspaceId, agentId: b.agentId })).toMatchObject({ name: 'saved' });
    const { q, t } = store.read;
    const [row] = await q.select().from(t.agents).where(eq(t.agents.id, a.agentId));
    expect(row).toMatchObject({ updatedAt: NOW, problems: ['x'], factsRecipe: 1 });
  });
}

/** Are merges, and pairs that are no duplicates, kept as promised, and only within their workspace? */

import { expect, test } from 'vitest';

import type { Decision } from '@/lib/merge';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { listAgentsForExport } from '../queries/agent-exports';
import { getAgent, getAgentByText, listAgentHeads, listAgentNames } from '../queries/agent-heads';
import { archiveAgents, deleteAgents, restoreAgents, unarchiveAgents } from '../queries/agent-places';
import { listAgents, listAgentsById } from '../queries/agents';
import {
  addDistinctPairs,
  getDistinctPair,
  listDistinctPairs,
  removeDistinctPairs,
} from '../queries/distinct-pairs';
import {
  changeMerge,
  createMerge,
  getFinishedProposal,
  getMerge,
  getMergeOfArchived,
  listMerges,
  listMergesInto,
  listMergesOnward,
  listPinnedVersions,
} from '../queries/merges';
import { listVersionNames } from '../queries/versions';
import { facts, makeAgent, makeWorkspace, NOW } from './rows';

const times = (n: number) => Array.from({ length: n }, (_, i) => i);
const DECISIONS: Decision[] = [{ kind: 'choose', conflict: 'model', option: 'opus "quoted" \\ ü' }];

export function mergesContract(open: () => Store): void {
  /** A workspace with three agents and a draft of the first two. */
  async function begin() {
    const store = open();
    const workspace = await makeWorkspace(store);
    const workspaceId = workspace.id;
    const a = await makeAgent(store, workspace, { text: 'a', facts: { name: 'twin', title: 'A' } });
    const b = await makeAgent(store, workspace, { text: 'b', facts: { name: 'twin', title: 'B' } });
    const c = await makeAgent(store, workspace, { text: 'c', facts: { name: 'other', title: 'C' } });
    const sources = [a, b].map(({ agentId, versionId }) => ({ agentId, versionId }));
    const by = { workspaceId, userId: workspace.ownerId, now: NOW + 5 };
    const { mergeId } = await store.write((tx) => createMerge(tx, { ...by, title: 'Twin', sources }));
    return { store, workspace, workspaceId, a, b, c, sources, by, mergeId, key: { workspaceId, mergeId } };
  }

  test('a draft is kept, listed and changed on its revision only', async () => {
    const { store, workspaceId, sources, by, mergeId, key } = await begin();
    const other = await makeWorkspace(store);
    const from = { status: 'draft', revision: 0 } as const;
    const changed = { updatedAt: by.now, updatedBy: 'Ada', updatedById: by.userId };
    expect(await getMerge(store.read, key)).toEqual({
      ...{ mergeId, title: 'Twin', ...from, sources, decisions: [] },
      ...{ resultAgentId: null, resultVersionId: null, ...changed },
    });
    expect(await getMerge(store.read, { ...key, workspaceId: other.id })).toBeNull();
    const change = { ...by, mergeId, from, decisions: DECISIONS };
    expect(await store.write((tx) => changeMerge(tx, { ...change, workspaceId: other.id }))).toBeNull();
    expect(await store.write((tx) => changeMerge(tx, change))).toBe(1);
    expect(await store.write((tx) => changeMerge(tx, change))).toBeNull();
    expect(await getMerge(store.read, key)).toMatchObject({ revision: 1, decisions: DECISIONS, sources });
    const page = { workspaceId, statuses: ['draft'] as const, offset: 0, limit: 10 };
    expect(await listMerges(store.read, page)).toEqual([
      { mergeId, title: 'Twin', status: 'draft', sources: 2, ...changed },
    ]);
    expect(await listMerges(store.read, { ...page, statuses: ['finished'] })).toEqual([]);
    expect(await listMerges(store.read, { ...page, workspaceId: other.id })).toEqual([]);
  });

  test('of many who decide on one revision, one is kept', async () => {
    const { store, by, mergeId } = await begin();
    const from = { status: 'draft', revision: 0 } as const;
    const saved = await Promise.all(
      times(10).map(() => store.write((tx) => changeMerge(tx, { ...by, mergeId, from, decisions: [] }))),
    );
    expect(saved.filter((revision) => revision !== null)).toEqual([1]);
  });

  test('an archived agent is nowhere but under its id', async () => {
    const { store, workspaceId, a, b, c, by } = await begin();
    const archive = { ...by, agents: [a, b], mergedInto: c.agentId };
    await store.write((tx) => archiveAgents(tx, archive));
    expect(await store.write((tx) => archiveAgents(tx, archive))).toEqual([]);
    const key = { workspaceId, agentId: a.agentId };
    const list = { workspaceId, offset: 0, limit: 10 };
    const titles = async (query: object) =>
      (await listAgents(store.read, { ...list, ...query })).rows.map(({ title }) => title);
    expect(await titles({})).toEqual(['C']);
    expect(await titles({ filter: { query: 'b' } })).toEqual([]);
    expect(await titles({ filter: { place: 'bin' } })).toEqual([]);
    expect(await listAgentNames(store.read, { workspaceId })).toEqual(['other']);
    expect(await getAgentByText(store.read, { workspaceId, text: 'a' })).toBeNull();
    expect((await listAgentsForExport(store.read, { workspaceId })).map(({ title }) => title)).toEqual(['C']);
    const agentIds = [a.agentId, b.agentId, c.agentId];
    expect((await listAgentsById(store.read, { workspaceId, agentIds })).map(({ title }) => title)).toEqual([
      'C',
    ]);
    expect(await listAgentHeads(store.read, { workspaceId, agentIds })).toHaveLength(3);
    expect(await getAgent(store.read, key)).toMatchObject({ archivedAt: NOW + 5, mergedInto: c.agentId });
    const save = {
      ...key,
      baseVersionId: a.versionId,
      text: 'x',
      facts: facts(),
      userId: by.userId,
      now: NOW,
    };
    expect(await store.write((tx) => saveVersion(tx, save))).toBeNull();
    expect(await store.write((tx) => deleteAgents(tx, { ...by, agentIds: [a.agentId] }))).toEqual([]);
    expect(await store.write((tx) => restoreAgents(tx, { ...by, agentIds: [a.agentId] }))).toEqual([]);

    const back = { ...by, agentIds: [a.agentId, b.agentId] };
    expect(await store.write((tx) => unarchiveAgents(tx, { ...back, mergedInto: 'another' }))).toEqual([]);
    const foreign = { ...back, workspaceId: 'another', mergedInto: c.agentId };
    expect(await store.write((tx) => unarchiveAgents(tx, foreign))).toEqual([]);
    await store.write((tx) => unarchiveAgents(tx, { ...back, mergedInto: c.agentId }));
    const rows = (await listAgents(store.read, list)).rows;
    expect(rows.map(({ title, hidden }) => [title, hidden])).toEqual([
      ['A', true],
      ['B', true],
      ['C', false],
    ]);
  });

  test('is archived only while it says what was seen', async () => {
    const { store, workspaceId, a, b, by } = await begin();
    const save = { ...by, agentId: a.agentId, baseVersionId: a.versionId, text: 'newer', facts: facts() };
    await store.write((tx) => saveVersion(tx, save));
    const archive = { ...by, agents: [b, a], mergedInto: 'x' };
    expect(await store.write((tx) => archiveAgents(tx, archive))).toEqual([b.agentId]);
    const foreign = { ...archive, workspaceId: 'another' };
    expect(await store.write((tx) => archiveAgents(tx, foreign))).toEqual([]);
    expect(await getAgent(store.read, { workspaceId, agentId: a.agentId })).toMatchObject({
      archivedAt: null,
    });
  });

  test('pinned versions say what they said, whatever came after', async () => {
    const { store, workspaceId, a, b, c, sources, by } = await begin();
    const save = { ...by, agentId: a.agentId, baseVersionId: a.versionId, text: 'newer', facts: facts() };
    const saved = await store.write((tx) => saveVersion(tx, save));
    const swapped = [...sources, { agentId: c.agentId, versionId: b.versionId }];
    const pinned = await listPinnedVersions(store.read, { workspaceId, sources: swapped });
    expect(pinned.toSorted((x, y) => (x.text < y.text ? -1 : 1))).toEqual([
      expect.objectContaining({ text: 'a', number: 1, headId: saved?.versionId, authors: [by.userId] }),
      expect.objectContaining({
        text: 'b',
        title: 'B',
        headId: b.versionId,
        deletedAt: null,
        archivedAt: null,
      }),
    ]);
    expect(await listPinnedVersions(store.read, { workspaceId: 'another', sources })).toEqual([]);
    const versionIds = [a.versionId, a.versionId, 'unknown'];
    expect(await listVersionNames(store.read, { workspaceId, versionIds })).toEqual([
      { versionId: a.versionId, agentId: a.agentId, title: 'reviewer', number: 1 },
    ]);
    expect(await listVersionNames(store.read, { workspaceId: 'another', versionIds })).toEqual([]);
  });

  test('a finished merge is found by its result, its sources and what was made of it', async () => {
    const { store, workspaceId, a, b, c, by, mergeId, key } = await begin();
    expect(await getFinishedProposal(store.read, key)).toBeNull();
    const from = { status: 'draft', revision: 0 } as const;
    const result = { resultAgentId: c.agentId, resultVersionId: c.versionId };
    const proposal = JSON.stringify({ text: 'merged' });
    await store.write(async (tx) => {
      await archiveAgents(tx, { ...by, agents: [a, b], mergedInto: c.agentId });
      await changeMerge(tx, { ...by, mergeId, from, status: 'finished', ...result, proposal });
    });
    expect(await getMerge(store.read, key)).toMatchObject({ status: 'finished', ...result, revision: 1 });
    expect(await getFinishedProposal(store.read, key)).toEqual({ text: 'merged' });
    expect(await getFinishedProposal(store.read, { ...key, workspaceId: 'another' })).toBeNull();
    expect(await listMergesInto(store.read, { workspaceId, agentId: c.agentId })).toEqual([
      { mergeId, versionId: c.versionId },
    ]);
    expect(await listMergesOnward(store.read, { workspaceId, agentId: b.agentId })).toEqual([
      { mergeId, title: 'Twin', number: 1 },
    ]);
    expect(await listMergesOnward(store.read, { workspaceId, agentId: c.agentId })).toEqual([]);
    const into = { mergeId, title: 'Twin', into: { agentId: c.agentId, title: 'C' } };
    expect(await getMergeOfArchived(store.read, { workspaceId, agentId: a.agentId })).toEqual(into);
    expect(await getMergeOfArchived(store.read, { workspaceId, agentId: c.agentId })).toBeNull();
    expect(await getMergeOfArchived(store.read, { workspaceId: 'another', agentId: a.agentId })).toBeNull();
  });

  test('a pair is remembered once, in either order, with who said so', async () => {
    const { store, workspaceId, a, b, c, by } = await begin();
    const [ab, ba] = [
      [a.agentId, b.agentId],
      [b.agentId, a.agentId],
    ] as const;
    const add = (pairs: (readonly [string, string])[]) =>
      store.write((tx) => addDistinctPairs(tx, { ...by, pairs }));
    expect(await add([ab, ba, [a.agentId, c.agentId]])).toBe(2);
    expect(await add([ba])).toBe(0);
    const listed = await listDistinctPairs(store.read, { workspaceId });
    expect(listed.map((pair) => [pair.a.title, pair.b.title].sort().join(''))).toEqual(
      expect.arrayContaining(['AB', 'AC']),
    );
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ by: 'Ada', at: NOW + 5 });
    expect(await getDistinctPair(store.read, { workspaceId, pair: ba })).toEqual({ by: 'Ada', at: NOW + 5 });
    expect(await getDistinctPair(store.read, { workspaceId: 'another', pair: ab })).toBeNull();
    expect(await listDistinctPairs(store.read, { workspaceId: 'another' })).toEqual([]);
    await store.write((tx) => deleteAgents(tx, { ...by, agentIds: [c.agentId] }));
    expect(await listDistinctPairs(store.read, { workspaceId })).toHaveLength(1);
    const remove = (scope: string) =>
      store.write((tx) => removeDistinctPairs(tx, { workspaceId: scope, pairs: [ba] }));
    expect(await remove('another')).toBe(0);
    expect(await remove(workspaceId)).toBe(1);
    expect(await remove(workspaceId)).toBe(0);
    expect(await listDistinctPairs(store.read, { workspaceId })).toEqual([]);
  });

  test('takes a thousand pairs at once', async () => {
    const { store, a, b, c, by, workspaceId } = await begin();
    const ids = [a, b, c].map(({ agentId }) => agentId);
    const pairs = times(1_000).map((i): [string, string] => [ids[i % 3] ?? '', ids[(i + 1) % 3] ?? '']);
    expect(await store.write((tx) => addDistinctPairs(tx, { ...by, pairs }))).toBe(3);
    expect(await store.write((tx) => removeDistinctPairs(tx, { workspaceId, pairs }))).toBe(3);
  });
}

/** Is what is written together kept in its order, once, and only within its workspace? */

import { expect, test } from 'vitest';

import type { Store } from '../database';
import { newId } from '../id';
import { saveVersion } from '../queries/agent-changes';
import { deleteAgents } from '../queries/agent-places';
import {
  appendLiveUpdates,
  compactLiveDocument,
  createLiveDocument,
  getLiveDocument,
  listLiveHeads,
  listLiveUpdates,
  listSeats,
  moveLiveBase,
} from '../queries/live-documents';
import { createMembership, removeMember } from '../queries/memberships';
import { createSession, deleteSession } from '../queries/sessions';
import { facts, makeAgent, makeUser, makeWorkspace, NOW } from './rows';

const bytes = (...numbers: number[]) => new Uint8Array(numbers);

export function liveContract(open: () => Store): void {
  /** An agent with a document on its first version. */
  async function begin() {
    const store = open();
    const workspace = await makeWorkspace(store);
    const agent = await makeAgent(store, workspace);
    const key = { workspaceId: workspace.id, agentId: agent.agentId };
    const generation = agent.versionId;
    const seed = { ...key, generation, baseVersionId: agent.versionId, now: NOW };
    await store.write((tx) => createLiveDocument(tx, { ...seed, state: bytes(1, 2, 0, 255) }));
    const append = (userId: string, ...updates: Uint8Array[]) =>
      store.write((tx) =>
        appendLiveUpdates(tx, {
          ...key,
          generation,
          updates: updates.map((update) => ({ userId, update })),
          typists: [userId],
          now: NOW,
        }),
      );
    return { store, workspace, agent, key, generation, seed, append, ada: workspace.ownerId };
  }

  test('a document is seeded once, and its updates are counted without a gap', async () => {
    const { store, key, generation, seed, append, ada } = await begin();
    const bob = (await makeUser(store, 'Bob')).id;
    await store.write((tx) => createLiveDocument(tx, { ...seed, generation: 'other', state: bytes(9) }));
    expect(await append(ada, bytes(3))).toBe(1);
    expect(await append(bob, bytes(0, 4), bytes(5))).toBe(3);
    const document = { generation, baseVersionId: generation, state: bytes(1, 2, 0, 255), stateSequence: 0 };
    expect(await getLiveDocument(store.read, key)).toEqual({ ...document, sequence: 3, typists: [ada, bob] });
    expect(await listLiveUpdates(store.read, { ...key, after: 1 })).toEqual([
      { sequence: 2, userId: bob, update: bytes(0, 4) },
      { sequence: 3, userId: bob, update: bytes(5) },
    ]);
  });

  test('many that write at the same time get numbers of their own', async () => {
    const { store, key, append, ada } = await begin();
    const last = await Promise.all(Array.from({ length: 20 }, (_, at) => append(ada, bytes(at), bytes(at))));
    expect(new Set(last).size).toBe(20);
    const updates = await listLiveUpdates(store.read, { ...key, after: 0 });
    expect(updates.map(({ sequence }) => sequence)).toEqual(updates.map((_, at) => at + 1));
    expect(updates).toHaveLength(40);
  });

  test('nothing is written into another generation, nor from another workspace', async () => {
    const { store, key, generation, ada, agent } = await begin();
    const other = await makeWorkspace(store);
    const foreign = { ...key, workspaceId: other.id };
    const updates = [{ userId: ada, update: bytes(1) }];
    const append = (of: typeof key, which: string) =>
      store.write((tx) =>
        appendLiveUpdates(tx, { ...of, generation: which, updates, typists: [], now: NOW }),
      );
    expect(await append(key, 'other')).toBeNull();
    expect(await append(foreign, generation)).toBeNull();
    expect(await getLiveDocument(store.read, foreign)).toBeNull();
    expect(await listLiveUpdates(store.read, { ...foreign, after: 0 })).toEqual([]);
    expect(await listLiveHeads(store.read, { workspaceId: other.id, agentIds: [agent.agentId] })).toEqual([]);
    const move = { ...foreign, generation, from: agent.versionId, to: 'x', sequence: 0 };
    expect(await store.write((tx) => moveLiveBase(tx, move))).toBe(false);
    const compact = { ...foreign, generation, sequence: 0, state: bytes(7) };
    expect(await store.write((tx) => compactLiveDocument(tx, compact))).toBe(false);
    expect((await getLiveDocument(store.read, key))?.sequence).toBe(0);
  });

  test('the state takes the place of the updates only while it is all of them', async () => {
    const { store, key, generation, append, ada } = await begin();
    await append(ada, bytes(1), bytes(2));
    const compact = (sequence: number) =>
      store.write((tx) => compactLiveDocument(tx, { ...key, generation, sequence, state: bytes(6, 6) }));
    expect(await compact(1)).toBe(false);
    expect(await listLiveUpdates(store.read, { ...key, after: 0 })).toHaveLength(2);
    expect(await compact(2)).toBe(true);
    expect(await listLiveUpdates(store.read, { ...key, after: 0 })).toEqual([]);
    expect(await append(ada, bytes(3))).toBe(3);
    const stored = await getLiveDocument(store.read, key);
    expect(stored).toMatchObject({ state: bytes(6, 6), stateSequence: 2, sequence: 3 });
  });

  test('a version takes the names of those who wrote, and keeps those who wrote since', async () => {
    const { store, key, generation, append, ada, agent } = await begin();
    await append(ada, bytes(1));
    const move = (from: string, to: string, sequence: number) =>
      store.write((tx) => moveLiveBase(tx, { ...key, generation, from, to, sequence }));
    expect(await move('somewhere else', 'v2', 1)).toBe(false);
    expect(await move(agent.versionId, 'v2', 0)).toBe(true);
    expect(await getLiveDocument(store.read, key)).toMatchObject({ baseVersionId: 'v2', typists: [ada] });
    expect(await move('v2', 'v3', 1)).toBe(true);
    expect(await getLiveDocument(store.read, key)).toMatchObject({ baseVersionId: 'v3', typists: [] });
  });

  test('it is seen how far an agent is', async () => {
    const { store, workspace, key, generation, agent, append, ada } = await begin();
    const silent = await makeAgent(store, workspace);
    await append(ada, bytes(1));
    const by = { ...key, userId: ada, now: NOW + 1 };
    const saved = await store.write((tx) =>
      saveVersion(tx, { ...by, baseVersionId: agent.versionId, text: 'new', facts: facts() }),
    );
    const ids = { workspaceId: workspace.id, agentIds: [agent.agentId, silent.agentId] };
    const heads = await listLiveHeads(store.read, ids);
    const of = (id: string) => heads.find(({ agentId }) => agentId === id);
    expect(of(agent.agentId)).toEqual({
      ...{ agentId: agent.agentId, headId: saved?.versionId, isInUse: true },
      ...{ generation, baseVersionId: agent.versionId, sequence: 1, isUnsaved: true },
    });
    expect(of(silent.agentId)).toMatchObject({
      headId: silent.versionId,
      generation: null,
      isUnsaved: false,
    });
    await store.write((tx) =>
      deleteAgents(tx, { workspaceId: workspace.id, agentIds: [agent.agentId], userId: ada, now: NOW }),
    );
    const [deleted] = await listLiveHeads(store.read, { ...ids, agentIds: [agent.agentId] });
    expect(deleted?.isInUse).toBe(false);
  });

  test('a seat ends with the sign-in, the membership and the time', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const other = await makeWorkspace(store);
    const sign = (userId: string) =>
      store.write((tx) =>
        createSession(tx, { userId, expiresAt: NOW + 100, address: null, userAgent: null, now: NOW }),
      );
    const [ada, stranger] = [await sign(workspace.ownerId), await sign(other.ownerId)];
    const sessionIds = [ada.id, stranger.id, newId(NOW)];
    const seats = (now = NOW) => listSeats(store.read, { workspaceId: workspace.id, sessionIds, now });
    expect(await seats()).toEqual([{ sessionId: ada.id, role: 'owner' }]);
    expect(await seats(NOW + 100)).toEqual([]);
    await store.write((tx) => deleteSession(tx, { sessionId: ada.id }));
    expect(await seats()).toEqual([]);
    const bob = await makeUser(store, 'Bob');
    const member = { workspaceId: workspace.id, userId: bob.id, now: NOW };
    await store.write((tx) => createMembership(tx, { ...member, role: 'editor' }));
    const his = { workspaceId: workspace.id, sessionIds: [(await sign(bob.id)).id], now: NOW };
    expect(await listSeats(store.read, his)).toEqual([{ sessionId: his.sessionIds[0], role: 'editor' }]);
    await store.write((tx) => removeMember(tx, member));
    expect(await listSeats(store.read, his)).toEqual([]);
  });
}

/** Does a write happen whole or not at all, one inside another never, and are races decided once? */

import { setTimeout } from 'node:timers/promises';

import { expect, test } from 'vitest';

import type { Store, Tx } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { getAgent } from '../queries/agent-heads';
import { consumeInvitation, createInvitation } from '../queries/invitations';
import {
  changeMemberRole,
  createMembership,
  listMembers,
  removeMember,
  transferOwnership,
} from '../queries/memberships';
import { getSetting, setSetting } from '../queries/settings';
import { listVersions } from '../queries/versions';
import { createWorkspace } from '../queries/workspaces';
import { facts, makeAgent, makeUser, makeWorkspace, NOW } from './rows';

const times = (n: number) => Array.from({ length: n }, (_, i) => i);

export function storeContract(open: () => Store, { concurrent }: { concurrent: boolean }): void {
  test('commits what resolves and rolls back what throws', async () => {
    const store = open();
    const set = (value: string) => (tx: Tx) => setSetting(tx, { key: 'store', value, now: NOW });
    await store.write(set('before'));
    const failing = store.write(async (tx) => {
      await set('within')(tx);
      expect(await getSetting(tx, { key: 'store' })).toBe('within');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await getSetting(store.read, { key: 'store' })).toBe('before');
    await store.write(set('after'));
    expect(await getSetting(store.read, { key: 'store' })).toBe('after');
  });

  test('refuses a write inside a write, and queries after the end', async () => {
    const store = open();
    await expect(store.write(() => store.write(async () => 1))).rejects.toThrow('inside a write');
    const kept = await store.write(async (tx) => ({ tx }));
    await expect(setSetting(kept.tx, { key: 'late', value: 'x', now: NOW })).rejects.toThrow('has ended');
    expect(await store.write(async () => 'still works')).toBe('still works');
  });

  test.runIf(concurrent)('reads do not see what is not committed', async () => {
    const store = open();
    await store.write(async (tx) => {
      await setSetting(tx, { key: 'uncommitted', value: 'x', now: NOW });
      expect(await getSetting(store.read, { key: 'uncommitted' })).toBeNull();
    });
    expect(await getSetting(store.read, { key: 'uncommitted' })).toBe('x');
  });

  test.runIf(concurrent)('a snapshot is of one moment, and keeps nobody waiting', async () => {
    const store = open();
    const set = (value: string) => store.write((tx) => setSetting(tx, { key: 'moment', value, now: NOW }));
    await set('before');
    const seen = await store.snapshot(async (db) => {
      await set('meanwhile');
      return getSetting(db, { key: 'moment' });
    });
    expect(seen).toBe('before');
    expect(await getSetting(store.read, { key: 'moment' })).toBe('meanwhile');
    await expect(store.snapshot(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await set('after');
  });

  test('of many saves on one base, one wins', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId, versionId } = await makeAgent(store, workspace, {});
    const key = { workspaceId: workspace.id, agentId };
    const saves = await Promise.all(
      times(20).map((i) =>
        store.write((tx) =>
          saveVersion(tx, {
            ...key,
            baseVersionId: versionId,
            text: `text ${i}`,
            facts: facts(),
            userId: workspace.ownerId,
            now: NOW + i,
          }),
        ),
      ),
    );
    const winners = saves.flatMap((saved, i) => (saved ? [{ saved, i }] : []));
    expect(winners).toHaveLength(1);
    const agent = await getAgent(store.read, key);
    expect(agent?.text).toBe(`text ${winners[0]?.i}`);
    expect(await listVersions(store.read, { ...key, offset: 0, limit: 100 })).toHaveLength(2);
  });

  test('fifty writers lose no save', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, {});
    const key = { workspaceId: workspace.id, agentId };
    const saveUntilDone = async (i: number): Promise<void> => {
      for (;;) {
        const head = await getAgent(store.read, key);
        const saved = await store.write((tx) =>
          saveVersion(tx, {
            ...key,
            baseVersionId: head?.version.versionId ?? '',
            text: `writer ${i}`,
            facts: facts(),
            userId: workspace.ownerId,
            message: `writer ${i}`,
            now: NOW + i,
          }),
        );
        if (saved) return;
      }
    };
    await Promise.all(times(50).map(saveUntilDone));
    const history = await listVersions(store.read, { ...key, offset: 0, limit: 100 });
    expect(history.map(({ number }) => number)).toEqual(times(51).map((i) => 51 - i));
    expect(new Set(history.map(({ message }) => message)).size).toBe(51);
    for (const [i, { parents }] of history.slice(0, -1).entries()) {
      expect(parents).toEqual([history[i + 1]?.versionId]);
    }
  });

  test('two owners who remove each other at once leave one', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const { id: userId } = await makeUser(store);
    await store.write((tx) => createMembership(tx, { workspaceId, userId, role: 'owner', now: NOW }));
    // The first has not committed when the second begins: the second must wait for it, and then count.
    const first = store.write(async (tx) => {
      const changed = await changeMemberRole(tx, { workspaceId, userId, role: 'viewer', now: NOW });
      await setTimeout(100);
      return changed;
    });
    await setTimeout(30);
    const second = store.write((tx) => removeMember(tx, { workspaceId, userId: ownerId, now: NOW }));
    expect([await first, await second]).toEqual([true, false]);
    const members = await listMembers(store.read, { workspaceId });
    expect(members.filter(({ role }) => role === 'owner').map((member) => member.userId)).toEqual([ownerId]);
  });

  test('whatever members do to each other at once, an owner remains', async () => {
    const store = open();
    for (let round = 0; round < 12; round++) {
      const { id: workspaceId, ownerId } = await makeWorkspace(store);
      const others = [await makeUser(store), await makeUser(store)];
      for (const { id: userId } of others) {
        await store.write((tx) => createMembership(tx, { workspaceId, userId, role: 'owner', now: NOW }));
      }
      const people = [ownerId, ...others.map(({ id }) => id)];
      const deeds: ((tx: Tx, userId: string, at: number) => Promise<boolean>)[] = [
        (tx, userId) => removeMember(tx, { workspaceId, userId, now: NOW }),
        (tx, userId) => changeMemberRole(tx, { workspaceId, userId, role: 'viewer', now: NOW }),
        (tx, fromId, at) =>
          transferOwnership(tx, { workspaceId, fromId, toId: people[(at + 1) % 3] ?? '', now: NOW }),
      ];
      const all = people.flatMap((userId, at) => deeds.map((deed) => (tx: Tx) => deed(tx, userId, at)));
      const turned = [...all.slice(round % all.length), ...all.slice(0, round % all.length)];
      await Promise.all(turned.map((deed) => store.write(deed)));
      const left = await listMembers(store.read, { workspaceId });
      expect(left.filter(({ role }) => role === 'owner').length).toBeGreaterThan(0);
    }
  });

  test('the last use of an invitation is used once, a slug taken once', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    await store.write((tx) =>
      createInvitation(tx, {
        workspaceId,
        tokenHash: 'last-use',
        role: 'viewer',
        createdBy: ownerId,
        expiresAt: NOW + 1,
        maxUses: 3,
        now: NOW,
      }),
    );
    const used = await Promise.all(
      times(10).map(() => store.write((tx) => consumeInvitation(tx, { tokenHash: 'last-use', now: NOW }))),
    );
    expect(used.filter(Boolean)).toHaveLength(3);
    const slug = { slug: `race-${workspaceId.slice(-8)}`, name: 'Race', ownerId, now: NOW };
    const made = await Promise.all(times(10).map(() => store.write((tx) => createWorkspace(tx, slug))));
    expect(made.filter(Boolean)).toHaveLength(1);
  });
}

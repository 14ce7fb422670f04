/** Are comments and notifications kept as they were said, for those whom they concern, in their workspace alone? */

import { expect, test } from 'vitest';

import type { CommentPlace } from '@/lib/contract';

import type { Store } from '../database';
import {
  addComment,
  changeComment,
  countThreads,
  createThread,
  deleteComment,
  getComment,
  getThread,
  listThreads,
  settleThread,
} from '../queries/comments';
import { createMembership } from '../queries/memberships';
import {
  addNotifications,
  areNotificationsOf,
  countUnread,
  listNotifications,
  markNotifications,
} from '../queries/notifications';
import { makeAgent, makeUser, makeWorkspace, NOW } from './rows';

export function commentsContract(open: () => Store): void {
  async function furnish() {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const { agentId, versionId } = await makeAgent(store, workspace);
    const bob = await makeUser(store, 'Bob');
    const member = { workspaceId, userId: bob.id, role: 'viewer' as const, now: NOW };
    await store.write((tx) => createMembership(tx, member));
    const place: CommentPlace = {
      ...{ kind: 'text', versionId, from: 4, to: 8 },
      ...{ quote: '😀 "x"', before: '\n', after: '' },
    };
    const said = { workspaceId, agentId, proposalId: null, userId, now: NOW };
    const { threadId, commentId } = await store.write((tx) =>
      createThread(tx, { ...said, place, body: 'Why <b>this</b>?\n', mentions: [bob.id] }),
    );
    return { store, workspaceId, userId, agentId, bob, place, said, threadId, commentId };
  }

  test('a thread is kept with its place, and answered in order', async () => {
    const { store, workspaceId, userId, agentId, bob, place, threadId, commentId } = await furnish();
    const answer = { workspaceId, threadId, userId: bob.id, body: 'Because.', mentions: [], now: NOW + 1 };
    const second = await store.write((tx) => addComment(tx, answer));
    expect(await listThreads(store.read, { workspaceId, agentId })).toEqual([
      {
        ...{ threadId, agentId, proposalId: null, place, createdAt: NOW, resolved: null },
        comments: [
          {
            ...{ commentId, by: { userId, name: 'Ada' }, at: NOW, editedAt: null },
            ...{ body: 'Why <b>this</b>?\n', mentions: [{ userId: bob.id, name: 'Bob' }] },
          },
          {
            ...{ commentId: second, by: { userId: bob.id, name: 'Bob' }, at: NOW + 1, editedAt: null },
            ...{ body: 'Because.', mentions: [] },
          },
        ],
      },
    ]);
    expect(await getThread(store.read, { workspaceId, threadId })).toMatchObject({
      ...{ agentId, title: 'reviewer', resolvedAt: null, total: 2 },
      writers: [userId, bob.id],
    });
    expect(await countThreads(store.read, { workspaceId, agentId })).toBe(1);
  });

  test('a thread is settled once, and opened again once', async () => {
    const { store, workspaceId, userId, agentId, threadId } = await furnish();
    const settle = (resolved: boolean) =>
      store.write((tx) => settleThread(tx, { workspaceId, threadId, resolved, userId, now: NOW + 2 }));
    expect([await settle(false), await settle(true), await settle(true)]).toEqual([false, true, false]);
    const [settled] = await listThreads(store.read, { workspaceId, agentId });
    expect(settled?.resolved).toEqual({ at: NOW + 2, by: 'Ada' });
    expect([await settle(false), await settle(false)]).toEqual([true, false]);
  });

  test('a comment is changed; deleted it leaves its place while others stand, and takes the thread with the last', async () => {
    const { store, workspaceId, userId, agentId, threadId, commentId } = await furnish();
    const change = { workspaceId, commentId, body: 'Other', mentions: [], now: NOW + 3 };
    expect(await store.write((tx) => changeComment(tx, change))).toBe(true);
    const more = { workspaceId, threadId, userId, body: 'More', mentions: [], now: NOW + 4 };
    const second = await store.write((tx) => addComment(tx, more));
    const remove = (id: string) =>
      store.write((tx) => deleteComment(tx, { workspaceId, commentId: id, now: NOW + 5 }));
    expect(await remove(commentId)).toBe(true);
    expect(await remove(commentId)).toBe(false);
    expect(await store.write((tx) => changeComment(tx, change))).toBe(false);
    const [thread] = await listThreads(store.read, { workspaceId, agentId });
    expect(thread?.comments.map(({ body }) => body)).toEqual([null, 'More']);
    await remove(second);
    expect(await listThreads(store.read, { workspaceId, agentId })).toEqual([]);
    expect(await getComment(store.read, { workspaceId, commentId: second })).toBeNull();
  });

  test('threads of a review are listed by it', async () => {
    const { store, workspaceId, said } = await furnish();
    const place = { kind: 'change', key: 'body/2', words: 'x' } as const;
    const begun = { ...said, proposalId: 'p1', place, body: 'Here', mentions: [] };
    const { threadId } = await store.write((tx) => createThread(tx, begun));
    const found = await listThreads(store.read, { workspaceId, proposalId: 'p1' });
    expect(found.map((thread) => thread.threadId)).toEqual([threadId]);
  });

  test('another workspace neither sees nor changes what is said', async () => {
    const { store, agentId, userId, threadId, commentId } = await furnish();
    const { id: workspaceId } = await makeWorkspace(store);
    expect(await listThreads(store.read, { workspaceId, agentId })).toEqual([]);
    expect(await getThread(store.read, { workspaceId, threadId })).toBeNull();
    expect(await getComment(store.read, { workspaceId, commentId })).toBeNull();
    const by = { workspaceId, userId, now: NOW };
    const done = await store.write(async (tx) => [
      await changeComment(tx, { ...by, commentId, body: 'x', mentions: [] }),
      await deleteComment(tx, { ...by, commentId }),
      await settleThread(tx, { ...by, threadId, resolved: true }),
    ]);
    expect(done).toEqual([false, false, false]);
  });

  test('each member is told once of what concerns them, and not of what they did', async () => {
    const { store, workspaceId, userId, agentId, bob, threadId } = await furnish();
    const stranger = await makeUser(store);
    const about = { agentId, subjectId: threadId };
    const tell = (who: string, kind: 'mention' | 'reply', summary: string) => ({
      ...{ userId: who, kind, summary },
      ...about,
    });
    const items = [
      tell(bob.id, 'mention', 'named'),
      tell(bob.id, 'reply', 'again'),
      tell(userId, 'reply', 'own'),
      tell(stranger.id, 'mention', 'no member'),
    ];
    const told = await store.write((tx) =>
      addNotifications(tx, { workspaceId, actorId: userId, now: NOW, items }),
    );
    expect(told).toEqual([bob.id]);
    const mine = { workspaceId, userId: bob.id };
    const page = { ...mine, offset: 0, limit: 10 };
    expect(await listNotifications(store.read, page)).toEqual([
      {
        ...{ id: expect.any(String), kind: 'mention', by: 'Ada', ...about, summary: 'named' },
        ...{ at: NOW, readAt: null },
      },
    ]);
    expect(await listNotifications(store.read, { ...page, kinds: ['merge'] })).toEqual([]);
    expect(await countUnread(store.read, { workspaceId, userId })).toBe(0);
  });

  test('notifications are read, unread and counted by whom they are for', async () => {
    const { store, workspaceId, userId, agentId, bob } = await furnish();
    const item = { userId: bob.id, kind: 'merge' as const, agentId, subjectId: null, summary: 'x' };
    for (const now of [NOW, NOW + 10]) {
      const add = { workspaceId, actorId: userId, now, items: [item] };
      await store.write((tx) => addNotifications(tx, add));
    }
    const mine = { workspaceId, userId: bob.id };
    const rows = await listNotifications(store.read, { ...mine, offset: 0, limit: 10 });
    expect(rows.map(({ at }) => at)).toEqual([NOW + 10, NOW]);
    const ids = rows.map(({ id }) => id);
    const mark = (who: typeof mine, which: { ids: string[] } | { upTo: number }, read = true) =>
      store.write((tx) => markNotifications(tx, { ...who, which, read, now: NOW + 20 }));
    expect(await mark({ workspaceId, userId }, { ids })).toBe(0);
    expect(await areNotificationsOf(store.read, { ...mine, ids })).toBe(true);
    expect(await areNotificationsOf(store.read, { workspaceId, userId, ids })).toBe(false);
    expect(await mark(mine, { upTo: NOW })).toBe(1);
    expect(await countUnread(store.read, mine)).toBe(1);
    expect(await listNotifications(store.read, { ...mine, unread: true, offset: 0, limit: 9 })).toHaveLength(
      1,
    );
    expect(await mark(mine, { ids }, false)).toBe(1);
    expect(await mark(mine, { upTo: NOW + 99 })).toBe(2);
    expect(await countUnread(store.read, mine)).toBe(0);
  });
}

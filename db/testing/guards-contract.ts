/** Does the database itself refuse to change what must not change, and let a whole workspace go? */

import { and, eq, inArray, notInArray, type SQL } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Store } from '../database';
import { deleteAgents } from '../queries/agent-places';
import { listAgents } from '../queries/agents';
import { appendAuditEvent, listAuditEvents } from '../queries/audit';
import { askDeletion } from '../queries/deletions';
import { addDistinctPairs } from '../queries/distinct-pairs';
import { createInvitation } from '../queries/invitations';
import { createMerge } from '../queries/merges';
import { makeAgent, makeWorkspace, NOW } from './rows';

/** The driver's message, which Drizzle wraps where the driver is asynchronous. */
const rejection = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    const messages: string[] = [];
    for (let cause = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message);
    return messages.join('\n');
  }
  throw new Error('nothing was refused');
};

export function guardsContract(open: () => Store): void {
  test('versions and texts can be neither changed nor removed', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    await makeAgent(store, workspace, {});
    for (const change of [
      () => store.write(async ({ q, t }) => q.update(t.versions).set({ message: 'x' })),
      () =>
        store.write(async ({ q, t }) => q.delete(t.versions).where(eq(t.versions.workspaceId, workspace.id))),
      () => store.write(async ({ q, t }) => q.update(t.texts).set({ sha256: 'x' })),
      () => store.write(async ({ q, t }) => q.delete(t.texts).where(eq(t.texts.workspaceId, workspace.id))),
      () => store.write(async ({ q, t }) => q.delete(t.agents).where(eq(t.agents.workspaceId, workspace.id))),
    ]) {
      expect(await rejection(change())).toMatch(
        /(versions|texts) are immutable|agents are deleted from the bin only/,
      );
    }
  });

  test('an agent in the bin can go, with its versions, and then texts that nothing says any more', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const of = { workspaceId: workspace.id };
    const { agentId: gone } = await makeAgent(store, workspace, { text: 'said once' });
    const { agentId: kept } = await makeAgent(store, workspace, { text: 'said still' });
    await store.write(async (tx) => {
      await deleteAgents(tx, { ...of, agentIds: [gone], userId: workspace.ownerId, now: NOW });
      await tx.q.delete(tx.t.agents).where(eq(tx.t.agents.id, gone));
    });
    const { q, t } = store.read;
    const left = await q.select().from(t.versions).where(eq(t.versions.workspaceId, workspace.id));
    expect(left.map(({ agentId }) => agentId)).toEqual([kept]);
    const said = left.map(({ textSha }) => textSha);
    const remove = (which: SQL) =>
      store.write(async ({ q }) =>
        q.delete(t.texts).where(and(eq(t.texts.workspaceId, workspace.id), which)),
      );
    expect(await rejection(remove(inArray(t.texts.sha256, said)))).toMatch('texts are immutable');
    await remove(notInArray(t.texts.sha256, said));
    const texts = await q.select().from(t.texts).where(eq(t.texts.workspaceId, workspace.id));
    expect(texts.map(({ sha256 }) => sha256)).toEqual(said);
  });

  test('the versions of a workspace that was given up may go, of no other one', async () => {
    const store = open();
    const [given, kept] = [await makeWorkspace(store), await makeWorkspace(store)];
    for (const workspace of [given, kept]) await makeAgent(store, workspace, {});
    const { id: workspaceId, ownerId: userId } = given;
    await store.write((tx) => askDeletion(tx, { workspaceId, userId, dueAt: NOW + 1, now: NOW }));
    const remove = (of: { id: string }) =>
      store.write(async ({ q, t }) => q.delete(t.versions).where(eq(t.versions.workspaceId, of.id)));
    await remove(given);
    expect(await rejection(remove(kept))).toMatch('versions are immutable');
  });

  test('audit events are only ever added', async () => {
    const store = open();
    const { id: workspaceId, ownerId } = await makeWorkspace(store);
    const event = { event: 'agent.saved', workspaceId, actorId: ownerId, subjectId: 'a', address: '::1' };
    await store.write(async (tx) => {
      const several = { event: 'agent.archived', workspaceId, details: { agents: ['a', 'b'] } };
      await appendAuditEvent(tx, { ...several, now: NOW - 1 });
      await appendAuditEvent(tx, { ...event, details: { number: 2, names: ['a'] }, now: NOW });
      await appendAuditEvent(tx, { event: 'agent.export', workspaceId, outcome: 'denied', now: NOW + 1 });
    });
    for (const change of [
      () => store.write(async ({ q, t }) => q.update(t.auditEvents).set({ event: 'x' })),
      () => store.write(async ({ q, t }) => q.delete(t.auditEvents)),
      () => store.write(async ({ q, t }) => q.update(t.auditSubjects).set({ at: 1 })),
      () => store.write(async ({ q, t }) => q.delete(t.auditSubjects)),
    ]) {
      expect(await rejection(change())).toMatch(/audit_(events|subjects) are immutable/);
    }
    const listed = await listAuditEvents(store.read, { workspaceId, offset: 0, limit: 10 });
    expect(listed).toMatchObject([
      { event: 'agent.export', outcome: 'denied', actorId: null, details: {} },
      { ...event, outcome: 'done', details: { number: 2, names: ['a'] }, at: NOW },
      { event: 'agent.archived' },
    ]);
    const denied = await listAuditEvents(store.read, {
      workspaceId,
      event: 'agent.export',
      offset: 0,
      limit: 10,
    });
    expect(denied).toHaveLength(1);
  });

  test('a whole workspace can go, with everything in it and nothing else', async () => {
    const store = open();
    const [gone, kept] = [await makeWorkspace(store), await makeWorkspace(store)];
    for (const workspace of [gone, kept]) await makeAgent(store, workspace, { text: 'unforgettable' });
    await store.write((tx) =>
      createInvitation(tx, {
        workspaceId: gone.id,
        tokenHash: gone.id,
        role: 'viewer',
        createdBy: gone.ownerId,
        expiresAt: NOW + 1,
        maxUses: 1,
        now: NOW,
      }),
    );
    const { agentId: first, versionId } = await makeAgent(store, gone, {});
    const { agentId: second } = await makeAgent(store, gone, {});
    const by = { workspaceId: gone.id, userId: gone.ownerId, now: NOW };
    await store.write(async (tx) => {
      await addDistinctPairs(tx, { ...by, pairs: [[first, second]] });
      await createMerge(tx, { ...by, title: 'x', sources: [{ agentId: first, versionId }] });
    });
    await store.write(async ({ q, t }) => q.delete(t.workspaces).where(eq(t.workspaces.id, gone.id)));
    const { q, t } = store.read;
    const tables = [t.agents, t.versions, t.texts, t.memberships, t.invitations];
    for (const table of [...tables, t.profiles, t.distinctPairs, t.merges]) {
      expect(await q.select().from(table).where(eq(table.workspaceId, gone.id))).toEqual([]);
    }
    const found = { workspaceId: kept.id, filter: { query: 'unforgettable' }, offset: 0, limit: 10 };
    expect((await listAgents(store.read, found)).total).toBe(1);
  });

  test('rows have to refer to something', async () => {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { agentId } = await makeAgent(store, workspace, {});
    const orphan = store.write(async ({ q, t }) =>
      q.insert(t.versions).values({
        id: 'orphan',
        workspaceId: workspace.id,
        agentId,
        number: 2,
        textSha: 'unknown',
        parents: [],
        authors: [],
        createdAt: NOW,
        createdBy: workspace.ownerId,
      }),
    );
    expect(await rejection(orphan)).toMatch(/foreign key/i);
  });
}

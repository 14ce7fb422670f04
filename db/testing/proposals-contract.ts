/** Are proposals, reviews and the policy kept as promised, and only within their workspace? */

import { expect, test } from 'vitest';

import { DEFAULT_PUBLISHING, PUBLISHED } from '@/lib/contract';

import type { Store } from '../database';
import { saveVersion } from '../queries/agent-changes';
import { deleteAgents } from '../queries/agent-places';
import { moveLabel } from '../queries/labels';
import { createMembership, removeMember } from '../queries/memberships';
import {
  addReview,
  askForReview,
  changeProposalState,
  createProposal,
  lockProposal,
  replaceProposed,
  voidReviews,
} from '../queries/proposal-changes';
import { listProposalMatters } from '../queries/proposal-matters';
import { countOpenProposals, getProposal, listProposals, listWork } from '../queries/proposals';
import {
  listLabelled,
  listPublishable,
  listPublishedBy,
  putLabels,
  setPublishing,
} from '../queries/publishing';
import { getPublishingPolicy } from '../queries/workspaces';
import { facts, makeAgent, makeUser, makeWorkspace, NOW } from './rows';

export function proposalsContract(open: () => Store): void {
  async function furnish() {
    const store = open();
    const workspace = await makeWorkspace(store);
    const { id: workspaceId, ownerId: userId } = workspace;
    const bob = await makeUser(store, 'Bob');
    const joining = { workspaceId, userId: bob.id, role: 'editor' as const, now: NOW };
    await store.write((tx) => createMembership(tx, joining));
    const made = await makeAgent(store, workspace, { text: 'one' });
    const { agentId } = made;
    const save = {
      workspaceId,
      agentId,
      baseVersionId: made.versionId,
      text: 'two',
      facts: facts(),
      now: NOW,
    };
    const saved = await store.write((tx) => saveVersion(tx, { ...save, userId: bob.id }));
    const agents = [{ agentId, baseVersionId: made.versionId, versionId: saved?.versionId ?? '' }];
    const words = { title: 'Ship “it”', reason: 'Because\nof this' };
    const by = { workspaceId, userId, now: NOW };
    const proposalId = await store.write((tx) => createProposal(tx, { ...by, ...words, agents }));
    const key = { workspaceId, proposalId };
    return { store, workspace, workspaceId, userId, bob, agentId, agents, words, by, proposalId, key };
  }

  test('a proposal is kept with its agents, whose work is in it, and listed while it is open', async () => {
    const { store, workspaceId, userId, bob, agents, words, proposalId, key } = await furnish();
    expect(await getProposal(store.read, key)).toEqual({
      ...{ proposalId, ...words, state: 'open', createdAt: NOW, updatedAt: NOW, closedAt: null },
      closedById: null,
      ...{ createdById: userId, createdBy: 'Ada', reviews: [], asked: [] },
      agents: [
        {
          ...agents[0],
          ...{ title: 'reviewer', headId: agents[0]?.versionId, deletedAt: null, archivedAt: null },
          ...{ baseNumber: 1, number: 2, authors: [bob.id] },
        },
      ],
    });
    const page = { workspaceId, states: ['open'] as const, offset: 0, limit: 5 };
    expect(await listProposals(store.read, page)).toEqual([
      expect.objectContaining({ proposalId, agents: 1, createdBy: 'Ada' }),
    ]);
    expect(await countOpenProposals(store.read, { workspaceId })).toBe(1);
    expect(await listProposals(store.read, { ...page, states: ['published'] })).toEqual([]);
  });

  test('everybody whose work lies between two versions is found, in both directions', async () => {
    const { store, workspaceId, userId, bob, agentId, agents } = await furnish();
    const [change] = agents;
    if (!change) throw new Error('no change');
    const authors = async (baseVersionId: string | null, versionId: string) => {
      const changes = [{ agentId, baseVersionId, versionId }];
      return (await listWork(store.read, { workspaceId, changes }))[0]?.authors.sort();
    };
    expect(await authors(change.baseVersionId, change.versionId)).toEqual([bob.id]);
    expect(await authors(change.versionId, change.baseVersionId)).toEqual([bob.id]);
    expect(await authors(null, change.versionId)).toEqual([userId, bob.id].sort());
  });

  test('of many proposals at once it is known what decides how they stand, also of the same agent', async () => {
    const { store, workspaceId, userId, bob, agentId, agents, words, by, proposalId, key } = await furnish();
    const [change] = agents;
    if (!change) throw new Error('no change');
    const whole = { ...change, baseVersionId: null };
    const other = await store.write((tx) => createProposal(tx, { ...by, ...words, agents: [whole] }));
    const said = { ...key, userId: bob.id, body: '', readings: { a: 'x..y' }, ticks: ['a tool:Bash'] };
    await store.write((tx) => addReview(tx, { ...said, verdict: 'commented', now: NOW + 2 }));
    await store.write((tx) => addReview(tx, { ...said, verdict: 'approved', now: NOW + 1 }));
    await store.write((tx) => askForReview(tx, { ...key, userIds: [bob.id], askedBy: userId, now: NOW }));
    const proposalIds = [proposalId, other];
    const matters = await listProposalMatters(store.read, { workspaceId, proposalIds });
    const given = { userId: bob.id, role: 'editor', readings: { a: 'x..y' }, ticks: ['a tool:Bash'] };
    expect(matters.get(proposalId)).toEqual({
      agents: [{ ...change, authors: [bob.id] }],
      reviews: [
        { ...given, verdict: 'approved' },
        { ...given, verdict: 'commented' },
      ],
      asked: [bob.id],
    });
    expect(matters.get(other)).toMatchObject({ agents: [{ agentId, baseVersionId: null }], reviews: [] });
    expect(matters.get(other)?.agents[0]?.authors.sort()).toEqual([userId, bob.id].sort());
    const { id: elsewhere } = await makeWorkspace(store);
    const foreign = await listProposalMatters(store.read, { workspaceId: elsewhere, proposalIds });
    expect(foreign.get(proposalId)).toEqual({ agents: [], reviews: [], asked: [] });
    expect(await listProposalMatters(store.read, { workspaceId, proposalIds: [] })).toEqual(new Map());
  });

  test('reviews come in order, with the role of now, and are void once', async () => {
    const { store, workspaceId, bob, key } = await furnish();
    const given = { ...key, userId: bob.id, body: 'Fine', readings: { a: 'x..y' }, ticks: ['a tool:Bash'] };
    const first = await store.write((tx) => addReview(tx, { ...given, verdict: 'approved', now: NOW + 1 }));
    await store.write((tx) => addReview(tx, { ...given, verdict: 'commented', now: NOW + 2 }));
    const found = async () => (await getProposal(store.read, key))?.reviews ?? [];
    expect(await found()).toEqual([
      {
        ...{ reviewId: first, userId: bob.id, name: 'Bob', role: 'editor', at: NOW + 1, voidedAt: null },
        ...{ verdict: 'approved', body: 'Fine', readings: { a: 'x..y' }, ticks: ['a tool:Bash'] },
      },
      expect.objectContaining({ verdict: 'commented' }),
    ]);
    for (const now of [NOW + 3, NOW + 4]) {
      await store.write((tx) => voidReviews(tx, { ...key, reviewIds: [first], now }));
    }
    expect((await found())[0]?.voidedAt).toBe(NOW + 3);
    await store.write((tx) => removeMember(tx, { workspaceId, userId: bob.id, now: NOW + 5 }));
    expect((await found()).map(({ role }) => role)).toEqual([null, null]);
  });

  test('members are asked once, and nobody else', async () => {
    const { store, userId, bob, key } = await furnish();
    const stranger = await makeUser(store);
    const ask = () =>
      store.write((tx) =>
        askForReview(tx, { ...key, userIds: [bob.id, stranger.id], askedBy: userId, now: NOW }),
      );
    expect([await ask(), await ask()]).toEqual([[bob.id], []]);
    expect((await getProposal(store.read, key))?.asked).toEqual([{ userId: bob.id, name: 'Bob' }]);
  });

  test('it changes what it proposes, and its state from the one that was seen only', async () => {
    const { store, agentId, agents, by, key } = await furnish();
    const former = [{ agentId, baseVersionId: null, versionId: agents[0]?.baseVersionId ?? '' }];
    await store.write((tx) => replaceProposed(tx, { ...key, agents: former }));
    expect((await getProposal(store.read, key))?.agents).toMatchObject([{ baseNumber: null, number: 1 }]);
    const change = { ...key, ...by, from: 'open' as const };
    const publish = { ...change, state: 'published' as const };
    expect(await store.write((tx) => changeProposalState(tx, publish))).toBe(true);
    expect(await getProposal(store.read, key)).toMatchObject({ closedAt: NOW, closedById: by.userId });
    expect(await store.write((tx) => changeProposalState(tx, publish))).toBe(false);
    expect(await store.write((tx) => lockProposal(tx, { ...key, now: NOW }))).toBe(false);
    const back = { ...change, from: 'published' as const, state: 'open' as const };
    expect(await store.write((tx) => changeProposalState(tx, back))).toBe(true);
    expect(await store.write((tx) => lockProposal(tx, { ...key, now: NOW + 9 }))).toBe(true);
    expect(await getProposal(store.read, key)).toMatchObject({
      state: 'open',
      closedAt: null,
      closedById: null,
      updatedAt: NOW + 9,
    });
  });

  test('labels are put where none stands, and tell which heads are not published', async () => {
    const { store, workspace, workspaceId, userId, agentId, agents } = await furnish();
    const other = await makeAgent(store, workspace, { text: 'x', facts: { name: 'other', title: 'other' } });
    const gone = await makeAgent(store, workspace, { text: 'y', facts: { name: 'gone', title: 'gone' } });
    await store.write((tx) => deleteAgents(tx, { workspaceId, agentIds: [gone.agentId], userId, now: NOW }));
    const marks = [{ agentId, versionId: agents[0]?.baseVersionId ?? '' }];
    const put = { workspaceId, name: PUBLISHED, userId, now: NOW };
    expect(await store.write((tx) => putLabels(tx, { ...put, marks }))).toBe(1);
    const all = await listPublishable(store.read, { workspaceId });
    expect(all.map(({ title }) => title)).toEqual(['other', 'reviewer']);
    expect(await store.write((tx) => putLabels(tx, { ...put, marks: all }))).toBe(1);
    expect(await listLabelled(store.read, { workspaceId, name: PUBLISHED })).toEqual(
      new Map([
        [agentId, agents[0]?.baseVersionId],
        [other.agentId, other.versionId],
      ]),
    );
    const unlike = await listPublishable(store.read, { workspaceId, unlike: PUBLISHED, limit: 9 });
    expect(unlike).toEqual([
      { agentId, title: 'reviewer', versionId: agents[0]?.versionId, labelled: agents[0]?.baseVersionId },
    ]);
  });

  test('who moved a label last is known, for the agents of the workspace only', async () => {
    const { store, workspaceId, userId, agentId, agents, proposalId } = await furnish();
    const move = { workspaceId, agentId, name: PUBLISHED, userId };
    const last = async (of = workspaceId) =>
      listPublishedBy(store.read, { workspaceId: of, name: PUBLISHED, agentIds: [agentId] });
    expect(await last()).toEqual(new Map());
    const [first, second] = [agents[0]?.baseVersionId ?? '', agents[0]?.versionId ?? ''];
    await store.write((tx) => moveLabel(tx, { ...move, versionId: first, proposalId, now: NOW + 1 }));
    expect(await last()).toEqual(new Map([[agentId, proposalId]]));
    await store.write((tx) => moveLabel(tx, { ...move, versionId: second, now: NOW + 2 }));
    expect(await last()).toEqual(new Map([[agentId, null]]));
    expect(await last((await makeWorkspace(store)).id)).toEqual(new Map());
  });

  test('the policy is kept', async () => {
    const { store, workspaceId } = await furnish();
    expect(await getPublishingPolicy(store.read, { workspaceId })).toBeNull();
    const policy = { ...DEFAULT_PUBLISHING, enabled: true, approvals: 3 };
    await store.write((tx) => setPublishing(tx, { workspaceId, policy, now: NOW }));
    expect(await getPublishingPolicy(store.read, { workspaceId })).toEqual(policy);
  });

  test('another workspace neither sees nor changes a proposal', async () => {
    const { store, userId, agentId, proposalId } = await furnish();
    const { id: workspaceId } = await makeWorkspace(store);
    const key = { workspaceId, proposalId };
    expect(await getProposal(store.read, key)).toBeNull();
    expect(await countOpenProposals(store.read, { workspaceId })).toBe(0);
    expect(await listLabelled(store.read, { workspaceId, name: PUBLISHED, agentIds: [agentId] })).toEqual(
      new Map(),
    );
    const change = { ...key, userId, now: NOW, from: 'open' as const, state: 'published' as const };
    const done = await store.write(async (tx) => [
      await changeProposalState(tx, change),
      await lockProposal(tx, { ...key, now: NOW }),
    ]);
    expect(done).toEqual([false, false]);
  });
}

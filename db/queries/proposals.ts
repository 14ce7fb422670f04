/** Which changes wait to be published, what was said of them, and what is published? */

import { and, asc, count, desc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm';

import type { ProposalState, PublishingPolicy, ReviewVerdict } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import { isInUse } from './in-use';

interface ProposalKey {
  workspaceId: string;
  proposalId: string;
}

/** What is proposed of one agent. */
export interface ProposedVersion {
  agentId: string;
  baseVersionId: string | null;
  versionId: string;
}

/** As it is kept, with what the agent is called and where it stands now. */
export interface ProposedAgentRow extends ProposedVersion {
  title: string;
  headId: string;
  deletedAt: number | null;
  archivedAt: number | null;
  baseNumber: number | null;
  number: number;
  /** User ids of everybody whose work lies between the two. */
  authors: string[];
}

export interface ReviewRow {
  reviewId: string;
  userId: string;
  name: string;
  /** The role that the person has now; null for one who left. */
  role: Role | null;
  at: number;
  verdict: ReviewVerdict;
  body: string;
  /** What was read of each agent, as `readingOf` says it. */
  readings: Record<string, string>;
  ticks: string[];
  voidedAt: number | null;
}

export interface ProposalRow {
  proposalId: string;
  title: string;
  reason: string;
  state: ProposalState;
  createdAt: number;
  createdById: string;
  createdBy: string;
  updatedAt: number;
  closedAt: number | null;
}

export interface WholeProposal extends ProposalRow {
  agents: ProposedAgentRow[];
  reviews: ReviewRow[];
  /** Whose review is asked for. */
  asked: { userId: string; name: string }[];
}

const columns = (t: Db['t']) => ({
  proposalId: t.proposals.id,
  title: t.proposals.title,
  reason: t.proposals.reason,
  state: t.proposals.state,
  createdAt: t.proposals.createdAt,
  createdById: t.proposals.createdBy,
  createdBy: t.users.name,
  updatedAt: t.proposals.updatedAt,
  closedAt: t.proposals.closedAt,
});

/** Returns one page of the proposals in these states, the last change first, with the number of their agents. */
export async function listProposals(
  { q, t }: Db,
  page: { workspaceId: string; states: readonly ProposalState[]; offset: number; limit: number },
): Promise<(ProposalRow & { agents: number })[]> {
  const rows = await q
    .select(columns(t))
    .from(t.proposals)
    .innerJoin(t.users, eq(t.users.id, t.proposals.createdBy))
    .where(and(eq(t.proposals.workspaceId, page.workspaceId), inArray(t.proposals.state, [...page.states])))
    .orderBy(desc(t.proposals.updatedAt), desc(t.proposals.id))
    .limit(page.limit)
    .offset(page.offset);
  const ids = rows.map(({ proposalId }) => proposalId);
  const counted =
    ids.length === 0
      ? []
      : await q
          .select({ proposalId: t.proposalAgents.proposalId, agents: count() })
          .from(t.proposalAgents)
          .where(inArray(t.proposalAgents.proposalId, ids))
          .groupBy(t.proposalAgents.proposalId);
  const countOf = new Map(counted.map(({ proposalId, agents }) => [proposalId, agents]));
  return rows.map((row) => ({ ...row, agents: countOf.get(row.proposalId) ?? 0 }));
}

/** How many proposals are open. */
export async function countOpenProposals(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<number> {
  const [row] = await q
    .select({ total: count() })
    .from(t.proposals)
    .where(and(eq(t.proposals.workspaceId, workspaceId), eq(t.proposals.state, 'open')));
  return row?.total ?? 0;
}

/** Returns a proposal with its agents and reviews, the oldest review first; null when the workspace has none of this id. */
export async function getProposal(
  db: Db,
  { workspaceId, proposalId }: ProposalKey,
): Promise<WholeProposal | null> {
  const { q, t } = db;
  const [row] = await q
    .select(columns(t))
    .from(t.proposals)
    .innerJoin(t.users, eq(t.users.id, t.proposals.createdBy))
    .where(and(eq(t.proposals.workspaceId, workspaceId), eq(t.proposals.id, proposalId)));
  if (!row) return null;
  const key = { workspaceId, proposalId };
  const asked = await q
    .select({ userId: t.users.id, name: t.users.name })
    .from(t.reviewRequests)
    .innerJoin(t.users, eq(t.users.id, t.reviewRequests.userId))
    .where(and(eq(t.reviewRequests.workspaceId, workspaceId), eq(t.reviewRequests.proposalId, proposalId)))
    .orderBy(asc(t.reviewRequests.askedAt), asc(t.users.id));
  return { ...row, agents: await listProposed(db, key), reviews: await listReviews(db, key), asked };
}

async function listProposed(db: Db, { workspaceId, proposalId }: ProposalKey): Promise<ProposedAgentRow[]> {
  const { q, t } = db;
  const { proposalAgents: of } = t;
  const rows = await q
    .select({
      agentId: of.agentId,
      baseVersionId: of.baseVersionId,
      versionId: of.versionId,
      title: t.agents.title,
      headId: t.agents.currentVersionId,
      deletedAt: t.agents.deletedAt,
      archivedAt: t.agents.archivedAt,
    })
    .from(of)
    .innerJoin(t.agents, eq(t.agents.id, of.agentId))
    .where(and(eq(of.workspaceId, workspaceId), eq(of.proposalId, proposalId)))
    .orderBy(asc(t.agents.sortKey), asc(of.agentId));
  const found: ProposedAgentRow[] = [];
  for (const row of rows) {
    const { agentId, baseVersionId, versionId } = row;
    const work = await workBetween(db, { workspaceId, agentId, baseVersionId, versionId });
    found.push({ ...row, ...work });
  }
  return found;
}

/** The numbers of two versions of an agent, and everybody whose work lies between them. */
export async function workBetween(
  { q, t }: Db,
  { workspaceId, agentId, baseVersionId, versionId }: { workspaceId: string } & ProposedVersion,
): Promise<{ baseNumber: number | null; number: number; authors: string[] }> {
  const { versions } = t;
  const ofAgent = and(eq(versions.workspaceId, workspaceId), eq(versions.agentId, agentId));
  const ids = baseVersionId === null ? [versionId] : [versionId, baseVersionId];
  const ends = await q
    .select({ id: versions.id, number: versions.number })
    .from(versions)
    .where(and(ofAgent, inArray(versions.id, ids)));
  const numberOf = new Map(ends.map(({ id, number }) => [id, number]));
  const number = numberOf.get(versionId) ?? 0;
  const baseNumber = baseVersionId === null ? null : (numberOf.get(baseVersionId) ?? 0);
  // Whoever goes back to an older version proposes to take out what lies between.
  const [from, to] = [Math.min(baseNumber ?? 0, number), Math.max(baseNumber ?? 0, number)];
  const rows = await q
    .select({ authors: versions.authors, createdBy: versions.createdBy })
    .from(versions)
    .where(and(ofAgent, gt(versions.number, from), lte(versions.number, to)));
  const authors = new Set(rows.flatMap((row) => [...row.authors, row.createdBy]));
  return { baseNumber, number, authors: [...authors] };
}

async function listReviews({ q, t }: Db, { workspaceId, proposalId }: ProposalKey): Promise<ReviewRow[]> {
  const { reviews, memberships } = t;
  return await q
    .select({
      reviewId: reviews.id,
      userId: reviews.createdBy,
      name: t.users.name,
      role: memberships.role,
      at: reviews.createdAt,
      verdict: reviews.verdict,
      body: reviews.body,
      readings: reviews.versions,
      ticks: reviews.ticks,
      voidedAt: reviews.voidedAt,
    })
    .from(reviews)
    .innerJoin(t.users, eq(t.users.id, reviews.createdBy))
    .leftJoin(
      memberships,
      and(eq(memberships.userId, reviews.createdBy), eq(memberships.workspaceId, reviews.workspaceId)),
    )
    .where(and(eq(reviews.workspaceId, workspaceId), eq(reviews.proposalId, proposalId)))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

/** Makes a proposal. */
export async function createProposal(
  tx: Tx,
  input: {
    workspaceId: string;
    title: string;
    reason: string;
    agents: readonly ProposedVersion[];
    userId: string;
    now: number;
  },
): Promise<string> {
  const { workspaceId, title, reason, agents, userId, now } = input;
  const id = newId(now);
  const row = { id, workspaceId, title, reason, createdAt: now, createdBy: userId, updatedAt: now };
  await tx.q.insert(tx.t.proposals).values({ ...row, state: 'open', closedAt: null, closedBy: null });
  await putProposed(tx, { workspaceId, proposalId: id, agents });
  return id;
}

/** Proposes other versions, or other agents, in the place of those before. */
export async function replaceProposed(
  tx: Tx,
  input: ProposalKey & { agents: readonly ProposedVersion[] },
): Promise<void> {
  const { proposalAgents: of } = tx.t;
  const key = and(eq(of.workspaceId, input.workspaceId), eq(of.proposalId, input.proposalId));
  await tx.q.delete(of).where(key);
  await putProposed(tx, input);
}

async function putProposed(
  { q, t }: Tx,
  { workspaceId, proposalId, agents }: ProposalKey & { agents: readonly ProposedVersion[] },
): Promise<void> {
  for (const some of inBatches(agents, 100)) {
    const rows = some.map(({ agentId, baseVersionId, versionId }) => ({ agentId, baseVersionId, versionId }));
    await q.insert(t.proposalAgents).values(rows.map((row) => ({ workspaceId, proposalId, ...row })));
  }
}

/**
 * Touches a proposal that is open, which puts all who change it in a queue: what is read of it afterwards in the same
 * transaction nobody changes before it ends. False when it is not open, or not there.
 */
export async function lockProposal(
  { q, t }: Tx,
  { workspaceId, proposalId, now }: ProposalKey & { now: number },
): Promise<boolean> {
  const { proposals } = t;
  const rows = await q
    .update(proposals)
    .set({ updatedAt: now })
    .where(
      and(eq(proposals.workspaceId, workspaceId), eq(proposals.id, proposalId), eq(proposals.state, 'open')),
    )
    .returning({ id: proposals.id });
  return rows.length > 0;
}

/** Ends a proposal, or opens one anew whose publication was taken back; false when it was not in the state `from`. */
export async function changeProposalState(
  { q, t }: Tx,
  input: ProposalKey & { from: ProposalState; state: ProposalState; userId: string; now: number },
): Promise<boolean> {
  const { workspaceId, proposalId, from, state, userId, now } = input;
  const { proposals } = t;
  const closed = state === 'open' ? { closedAt: null, closedBy: null } : { closedAt: now, closedBy: userId };
  const rows = await q
    .update(proposals)
    .set({ state, ...closed, updatedAt: now })
    .where(
      and(eq(proposals.workspaceId, workspaceId), eq(proposals.id, proposalId), eq(proposals.state, from)),
    )
    .returning({ id: proposals.id });
  return rows.length > 0;
}

/** Keeps what somebody said of a proposal. */
export async function addReview(
  { q, t }: Tx,
  input: ProposalKey & {
    userId: string;
    verdict: ReviewVerdict;
    body: string;
    readings: Record<string, string>;
    ticks: string[];
    now: number;
  },
): Promise<string> {
  const { workspaceId, proposalId, userId, verdict, body, readings, ticks, now } = input;
  const id = newId(now);
  const row = { id, workspaceId, proposalId, createdBy: userId, createdAt: now, verdict, body, ticks };
  await q.insert(t.reviews).values({ ...row, versions: readings, voidedAt: null });
  return id;
}

/** Says of reviews that a newer version took them away. */
export async function voidReviews(
  { q, t }: Tx,
  { workspaceId, proposalId, reviewIds, now }: ProposalKey & { reviewIds: readonly string[]; now: number },
): Promise<void> {
  const { reviews } = t;
  for (const ids of inBatches(reviewIds)) {
    await q
      .update(reviews)
      .set({ voidedAt: now })
      .where(
        and(
          eq(reviews.workspaceId, workspaceId),
          eq(reviews.proposalId, proposalId),
          inArray(reviews.id, ids),
          isNull(reviews.voidedAt),
        ),
      );
  }
}

/** Asks people for their review; who was asked already is not asked twice. Returns who was asked now. */
export async function askForReview(
  { q, t }: Tx,
  input: ProposalKey & { userIds: readonly string[]; askedBy: string; now: number },
): Promise<string[]> {
  const { workspaceId, proposalId, userIds, askedBy, now } = input;
  if (userIds.length === 0) return [];
  const members = await q
    .select({ userId: t.memberships.userId })
    .from(t.memberships)
    .where(and(eq(t.memberships.workspaceId, workspaceId), inArray(t.memberships.userId, [...userIds])));
  if (members.length === 0) return [];
  const made = { workspaceId, proposalId, askedBy, askedAt: now };
  const rows = await q
    .insert(t.reviewRequests)
    .values(members.map(({ userId }) => ({ userId, ...made })))
    .onConflictDoNothing()
    .returning({ userId: t.reviewRequests.userId });
  return rows.map(({ userId }) => userId);
}

/** Sets the policy. It waits for whoever publishes, since both touch the workspace. */
export async function setPublishing(
  { q, t }: Tx,
  { workspaceId, policy, now }: { workspaceId: string; policy: PublishingPolicy; now: number },
): Promise<void> {
  await q
    .update(t.workspaces)
    .set({ publishing: policy, updatedAt: now })
    .where(eq(t.workspaces.id, workspaceId));
}

/**
 * Touches the workspace: neither its policy nor anybody's role changes before the transaction ends, since those
 * changes touch it, too.
 */
export async function lockWorkspace(
  { q, t }: Tx,
  { workspaceId, now }: { workspaceId: string; now: number },
): Promise<void> {
  await q.update(t.workspaces).set({ updatedAt: now }).where(eq(t.workspaces.id, workspaceId));
}

/** Where a label of many agents stands: version ids by agent. All agents when none are named. */
export async function listLabelled(
  { q, t }: Db,
  { workspaceId, name, agentIds }: { workspaceId: string; name: string; agentIds?: readonly string[] },
): Promise<Map<string, string>> {
  const { labels } = t;
  const found = new Map<string, string>();
  const of = and(eq(labels.workspaceId, workspaceId), eq(labels.name, name));
  const select = { agentId: labels.agentId, versionId: labels.versionId };
  for (const ids of agentIds ? inBatches(agentIds) : [null]) {
    const rows = await q
      .select(select)
      .from(labels)
      .where(ids ? and(of, inArray(labels.agentId, ids)) : of);
    for (const { agentId, versionId } of rows) found.set(agentId, versionId);
  }
  return found;
}

/** Returns the heads of the agents in use, by the titles of the agents: of all, or of those that are not published. */
export async function listPublishable(
  { q, t }: Db,
  of: { workspaceId: string; unlike?: string; limit?: number },
): Promise<{ agentId: string; title: string; versionId: string; labelled: string | null }[]> {
  const { agents, labels } = t;
  const label = and(eq(labels.agentId, agents.id), eq(labels.name, of.unlike ?? ''));
  const query = q
    .select({
      agentId: agents.id,
      title: agents.title,
      versionId: agents.currentVersionId,
      labelled: labels.versionId,
    })
    .from(agents)
    .leftJoin(labels, label)
    .where(
      and(
        eq(agents.workspaceId, of.workspaceId),
        isInUse(agents),
        of.unlike === undefined
          ? undefined
          : or(isNull(labels.versionId), ne(labels.versionId, agents.currentVersionId)),
      ),
    )
    .orderBy(asc(agents.sortKey), asc(agents.id));
  return await (of.limit === undefined ? query : query.limit(of.limit));
}

/** Puts a label where none of its name stands; returns how many it put. One who asks puts thousands at once. */
export async function putLabels(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    name: string;
    marks: readonly { agentId: string; versionId: string }[];
    userId: string;
    now: number;
  },
): Promise<number> {
  const { workspaceId, name, marks, userId, now } = input;
  const made = { workspaceId, name, movedAt: now, movedBy: userId };
  let put = 0;
  for (const some of inBatches(marks, 100)) {
    const rows = some.map(({ agentId, versionId }) => ({ ...made, agentId, versionId }));
    const fresh = await q
      .insert(t.labels)
      .values(rows)
      .onConflictDoNothing()
      .returning({ agentId: t.labels.agentId, versionId: t.labels.versionId });
    if (fresh.length === 0) continue;
    put += fresh.length;
    const moves = fresh.map(({ agentId, versionId }) => ({
      ...{ ...made, id: newId(now), agentId, proposalId: null },
      ...{ fromVersionId: null, toVersionId: versionId },
    }));
    await q.insert(t.labelMoves).values(moves);
  }
  return put;
}

/** What becomes of a proposal: made, changed, reviewed, closed. */

import { and, eq, inArray, isNull } from 'drizzle-orm';

import type { ProposalState, ReviewVerdict } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Tx } from '../database';
import { newId } from '../id';
import type { ProposalKey, ProposedVersion } from './proposals';

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

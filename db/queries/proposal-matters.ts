/** What of many proposals decides how they stand? */

import { and, asc, eq, inArray } from 'drizzle-orm';

import type { Db } from '../database';
import { listWork, type ProposedVersion, type ReviewRow } from './proposals';

/** What one proposes, what was said of it, and whose review is asked for. */
export interface ProposalMatter {
  agents: (ProposedVersion & { authors: string[] })[];
  /** The oldest first. */
  reviews: Pick<ReviewRow, 'userId' | 'role' | 'verdict' | 'readings' | 'ticks'>[];
  /** User ids. */
  asked: string[];
}

/** Returns the matters of these proposals of the workspace by their ids, with as many queries for one as for fifty. */
export async function listProposalMatters(
  db: Db,
  { workspaceId, proposalIds }: { workspaceId: string; proposalIds: readonly string[] },
): Promise<Map<string, ProposalMatter>> {
  const { q, t } = db;
  const ids = [...proposalIds];
  const matters = new Map<string, ProposalMatter>(
    ids.map((id) => [id, { agents: [], reviews: [], asked: [] }]),
  );
  if (ids.length === 0) return matters;
  const { proposalAgents: of, reviewRequests: requests } = t;
  const changes = await q
    .select({
      proposalId: of.proposalId,
      agentId: of.agentId,
      baseVersionId: of.baseVersionId,
      versionId: of.versionId,
    })
    .from(of)
    .where(and(eq(of.workspaceId, workspaceId), inArray(of.proposalId, ids)));
  const works = await listWork(db, { workspaceId, changes });
  for (const [at, { proposalId, ...change }] of changes.entries()) {
    matters.get(proposalId)?.agents.push({ ...change, authors: works[at]?.authors ?? [] });
  }
  for (const { proposalId, ...review } of await listReviewsOf(db, workspaceId, ids)) {
    matters.get(proposalId)?.reviews.push(review);
  }
  const asked = await q
    .select({ proposalId: requests.proposalId, userId: requests.userId })
    .from(requests)
    .where(and(eq(requests.workspaceId, workspaceId), inArray(requests.proposalId, ids)));
  for (const { proposalId, userId } of asked) matters.get(proposalId)?.asked.push(userId);
  return matters;
}

async function listReviewsOf({ q, t }: Db, workspaceId: string, ids: string[]) {
  const { reviews, memberships } = t;
  return await q
    .select({
      proposalId: reviews.proposalId,
      userId: reviews.createdBy,
      role: memberships.role,
      verdict: reviews.verdict,
      readings: reviews.versions,
      ticks: reviews.ticks,
    })
    .from(reviews)
    .leftJoin(
      memberships,
      and(eq(memberships.userId, reviews.createdBy), eq(memberships.workspaceId, reviews.workspaceId)),
    )
    .where(and(eq(reviews.workspaceId, workspaceId), inArray(reviews.proposalId, ids)))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

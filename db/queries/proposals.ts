/** Which changes wait to be published, and what was said of them? */

import { and, asc, count, desc, eq, gt, inArray, lte, or } from 'drizzle-orm';

import type { ProposalState, ReviewVerdict } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import { inBatches } from '../batches';
import type { Db } from '../database';

export interface ProposalKey {
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
  closedById: string | null;
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
  closedById: t.proposals.closedBy,
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
  const works = await listWork(db, { workspaceId, changes: rows });
  return rows.map((row, at) => ({ ...row, ...(works[at] ?? NO_WORK) }));
}

/** The numbers of two versions of an agent, and everybody whose work lies between them. */
type Work = Pick<ProposedAgentRow, 'baseNumber' | 'number' | 'authors'>;
const NO_WORK: Work = { baseNumber: null, number: 0, authors: [] };

/** So many ranges of versions are asked for at once. */
const RANGES = 50;

/** Returns of each change, in their order, what was worked on between its two versions. */
export async function listWork(
  { q, t }: Db,
  { workspaceId, changes }: { workspaceId: string; changes: readonly ProposedVersion[] },
): Promise<Work[]> {
  const { versions } = t;
  const numberOf = new Map<string, number>();
  const ends = changes.flatMap(({ baseVersionId, versionId }) => [versionId, baseVersionId ?? []].flat());
  for (const ids of inBatches(ends)) {
    const rows = await q
      .select({ id: versions.id, agentId: versions.agentId, number: versions.number })
      .from(versions)
      .where(and(eq(versions.workspaceId, workspaceId), inArray(versions.id, ids)));
    for (const { id, agentId, number } of rows) numberOf.set(`${agentId} ${id}`, number);
  }
  const works = changes.map(({ agentId, baseVersionId, versionId }) => {
    const number = numberOf.get(`${agentId} ${versionId}`) ?? 0;
    const baseNumber = baseVersionId === null ? null : (numberOf.get(`${agentId} ${baseVersionId}`) ?? 0);
    // Whoever goes back to an older version proposes to take out what lies between.
    const [from, to] = [Math.min(baseNumber ?? 0, number), Math.max(baseNumber ?? 0, number)];
    return { agentId, baseNumber, number, from, to, authors: new Set<string>() };
  });
  const { agentId, number, authors, createdBy } = versions;
  for (const some of inBatches(works, RANGES)) {
    const between = some.map((work) =>
      and(eq(agentId, work.agentId), gt(number, work.from), lte(number, work.to)),
    );
    const rows = await q
      .select({ agentId, number, authors, createdBy })
      .from(versions)
      .where(and(eq(versions.workspaceId, workspaceId), or(...between)));
    for (const row of rows) {
      // An agent may be in several changes.
      const touched = some.filter(
        (work) => work.agentId === row.agentId && work.from < row.number && row.number <= work.to,
      );
      for (const work of touched) for (const id of [...row.authors, row.createdBy]) work.authors.add(id);
    }
  }
  return works.map((work) => ({
    ...{ baseNumber: work.baseNumber, number: work.number, authors: [...work.authors] },
  }));
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

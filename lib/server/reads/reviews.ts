/** Which proposals are there, how does one stand, and what could be proposed? */

import 'server-only';

import { notFound } from 'next/navigation';

import {
  type Db,
  getProposal,
  listLabelled,
  listProposals,
  listPublishable,
  listThreads,
  listVersionNames,
  listVersionTexts,
  listMembers as selectMembers,
} from '@/db';
import type { Comparison } from '@/lib/compare';
import {
  type Proposable,
  type ProposalState,
  PUBLISHED,
  type Review,
  type ReviewAgent,
  type ReviewPage,
  type ThreadList,
} from '@/lib/contract';
import { isIndependent, mayApprove, readingOf, tickOf } from '@/lib/reviews';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { isAway, isStale, missingInWords, obstacles, policyOf, reviewState } from '../review-state';
import { getStore } from '../store';
import { comparisonOf } from './comparisons';

const MAX_PAGE = 50;
const MAX_PROPOSABLE = 1_000;
const STATES: Record<string, ProposalState[]> = { open: ['open'], closed: ['published', 'withdrawn'] };

/** Returns one page of proposals, the last change first: open ones, or closed ones. */
export async function listReviews(
  slug: string,
  query: { state?: string | undefined } = {},
): Promise<ReviewPage> {
  return pageOfReviews(await requireScope(slug, 'proposal:read'), query);
}

/** As `listReviews`, for whoever has a scope. */
export async function pageOfReviews(
  { workspaceId }: Scope,
  { offset: asked = 0, state = 'open' }: { offset?: number; state?: string | undefined },
): Promise<ReviewPage> {
  const { read } = await getStore();
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const states = (Object.hasOwn(STATES, state) && STATES[state]) || ['open' as const];
  const rows = await listProposals(read, { workspaceId, states, offset, limit: MAX_PAGE + 1 });
  return {
    proposals: rows.slice(0, MAX_PAGE).map(({ createdById, createdBy, ...row }) => {
      const { proposalId, title, state, updatedAt, agents } = row;
      return {
        ...{ proposalId, title, state, updatedAt, agents },
        createdBy: { userId: createdById, name: createdBy },
      };
    }),
    next: rows.length > MAX_PAGE ? offset + MAX_PAGE : null,
  };
}

/** Returns a proposal as the page shows it; a 404 when the workspace has none of this id. */
export async function requireReview(slug: string, proposalId: string): Promise<Review> {
  const scope = await requireScope(slug, 'proposal:read');
  return (await openReview(scope, proposalId)) ?? notFound();
}

/** As `requireReview`, for whoever has a scope; null when there is none. */
export async function openReview(
  { workspaceId, user, role }: Scope,
  proposalId: string,
): Promise<Review | null> {
  const { read } = await getStore();
  const state = await reviewState(read, { workspaceId, proposalId });
  if (!state) return null;
  const { whole, policy, widenings, judgement, agents } = state;
  const names = new Map(whole.reviews.map(({ userId, name }) => [userId, name]));
  const heads = await headsOf(read, workspaceId, whole.agents);
  const agentIds = whole.agents.map(({ agentId }) => agentId);
  const published = await listLabelled(read, { workspaceId, name: PUBLISHED, agentIds });
  const isOpen = whole.state === 'open';
  const shown = whole.agents.map((agent): ReviewAgent => {
    const { agentId, title, baseVersionId, versionId, baseNumber, number } = agent;
    const gained = widenings.get(readingOf(agent)) ?? [];
    return {
      ...{ agentId, title, baseVersionId, versionId, baseNumber, number, reading: readingOf(agent) },
      widenings: gained.map(({ key, words, detail }) => ({ tick: tickOf(agentId, key), words, detail })),
      newer: isOpen ? (heads.get(agentId) ?? null) : null,
      stale: isOpen && isStale(agent, published),
      away: isOpen && isAway(agent),
      approvedBy: (judgement.approvals[agentId] ?? []).map((userId) => names.get(userId) ?? ''),
    };
  });
  const { title, reason, createdAt, createdById, createdBy, closedAt, asked } = whole;
  return {
    ...{ proposalId, title, reason, state: whole.state, createdAt, closedAt, asked, policy, agents: shown },
    createdBy: { userId: createdById, name: createdBy },
    reviews: whole.reviews.map(({ reviewId, userId, name, at, verdict, body, voidedAt }) => ({
      ...{ reviewId, by: { userId, name }, at, verdict, body, voided: voidedAt !== null },
    })),
    needs: isOpen ? [...missingInWords(state), ...(await obstacles(read, workspaceId, whole))] : [],
    whyNot: whyNot(
      mayApprove(policy, role),
      isIndependent(policy, { proposer: createdById, agents }, user.id),
    ),
  };
}

function whyNot(mayBy: boolean, isFree: boolean): string | null {
  if (!mayBy) return 'Your role may not approve in this workspace. Your comments are welcome.';
  return isFree ? null : 'Some of this is your own work, so that your approval does not count for it.';
}

/** The heads that are other versions than what is proposed. */
async function headsOf(
  read: Db,
  workspaceId: string,
  agents: readonly { agentId: string; versionId: string; headId: string }[],
): Promise<Map<string, { versionId: string; number: number }>> {
  const moved = agents.filter(({ versionId, headId }) => versionId !== headId);
  const names = await listVersionNames(read, { workspaceId, versionIds: moved.map(({ headId }) => headId) });
  return new Map(names.map(({ agentId, versionId, number }) => [agentId, { versionId, number }]));
}

/** Returns the threads of a review for whoever has a scope; null when there is none. */
export async function threadsOfReview(scope: Scope, proposalId: string): Promise<ThreadList | null> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const found = await reviewState(read, { workspaceId, proposalId }, new Map());
  if (!found) return null;
  const threads = await listThreads(read, { workspaceId, proposalId });
  const members = await selectMembers(read, { workspaceId });
  return { threads, people: members.map(({ userId, name }) => ({ userId, name })) };
}

/** Returns the agents whose head is not what is published, by title, and whether publishing is on at all. */
export async function listProposable(slug: string): Promise<{ enabled: boolean; agents: Proposable[] }> {
  const { workspaceId } = await requireScope(slug, 'proposal:edit');
  const { read } = await getStore();
  const { enabled } = await policyOf(read, workspaceId);
  const rows = await listPublishable(read, { workspaceId, unlike: PUBLISHED, limit: MAX_PROPOSABLE });
  const versionIds = rows.flatMap(({ versionId, labelled }) => [versionId, labelled ?? []].flat());
  const names = await listVersionNames(read, { workspaceId, versionIds });
  const numberOf = new Map(names.map(({ versionId, number }) => [versionId, number]));
  return {
    enabled,
    agents: rows.map(({ agentId, title, versionId, labelled }) => ({
      ...{ agentId, title, versionId, number: numberOf.get(versionId) ?? 0 },
      publishedNumber: labelled === null ? null : (numberOf.get(labelled) ?? null),
    })),
  };
}

/** Returns who has to have read what before it is published. */
export async function getPublishing(slug: string) {
  const { workspaceId } = await requireScope(slug, 'proposal:read');
  const { read } = await getStore();
  return policyOf(read, workspaceId);
}

/** Returns what the change of one agent of a proposal means, for whoever has a scope; null when there is none. */
export async function changeInReview(
  scope: Scope,
  proposalId: string,
  agentId: string,
): Promise<Comparison | null> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const whole = await getProposal(read, { workspaceId, proposalId });
  const agent = whole?.agents.find((each) => each.agentId === agentId);
  if (!agent) return null;
  const { baseVersionId, versionId } = agent;
  const versionIds = baseVersionId === null ? [versionId] : [versionId, baseVersionId];
  const texts = await listVersionTexts(read, { workspaceId, versionIds });
  const textOf = (id: string | null) => texts.find((each) => each.versionId === id)?.text ?? null;
  const after = textOf(versionId);
  return after === null ? null : comparisonOf(scope, textOf(baseVersionId), after);
}

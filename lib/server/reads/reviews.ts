/** Which proposals are there, how does one stand, and what could be proposed? */

import 'server-only';

import { notFound } from 'next/navigation';

import {
  type Db,
  getProposal,
  listProposals,
  listPublishable,
  listThreads,
  listUserNames,
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
  type ReviewListRow,
  type ReviewPage,
  type ThreadList,
} from '@/lib/contract';
import type { Role } from '@/lib/policy';
import { isIndependentOf, mayApprove, workStuckInWords } from '@/lib/reviews';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { judgedAtOnce, standingsOf } from '../review-list';
import { missingInWords, obstacles, policyOf, type ReviewState, reviewState } from '../review-state';
import { shownAgents, shownReviews } from '../review-view';
import { getStore } from '../store';
import { comparisonOf } from './comparisons';

const MAX_PAGE = 50;
const MAX_PROPOSABLE = 1_000;
const STATES: Record<string, ProposalState[]> = { open: ['open'], closed: ['published', 'withdrawn'] };

/** Returns one page of proposals, the last change first, what waits for the reader on top: open ones, or closed ones. */
export async function listReviews(
  slug: string,
  query: { state?: string | undefined } = {},
): Promise<ReviewPage> {
  return pageOfReviews(await requireScope(slug, 'proposal:read'), query);
}

/** As `listReviews`, for whoever has a scope. */
export async function pageOfReviews(
  scope: Scope,
  { offset: asked = 0, state = 'open' }: { offset?: number; state?: string | undefined },
): Promise<ReviewPage> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const states = (Object.hasOwn(STATES, state) && STATES[state]) || ['open' as const];
  const rows = await listProposals(read, { workspaceId, states, offset, limit: MAX_PAGE + 1 });
  const isOpen = states.includes('open');
  const page = isOpen ? judgedAtOnce(rows.slice(0, MAX_PAGE)) : rows.slice(0, MAX_PAGE);
  const standings = isOpen ? await standingsOf(read, scope, page) : null;
  const proposals = page.map(({ createdById, createdBy, ...row }) => {
    const { proposalId, title, state, updatedAt, agents } = row;
    return {
      ...{ proposalId, title, state, updatedAt, agents, open: standings?.get(proposalId) ?? null },
      createdBy: { userId: createdById, name: createdBy },
    };
  });
  const isYours = ({ open }: ReviewListRow) => open?.standing === 'yours';
  return {
    proposals: [...proposals.filter(isYours), ...proposals.filter((row) => !isYours(row))],
    next: rows.length > page.length ? offset + page.length : null,
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
  const { whole, policy } = state;
  const { title, reason, createdAt, createdById, createdBy, closedAt, closedById, asked } = whole;
  const isOpen = whole.state === 'open';
  return {
    ...{ proposalId, title, reason, state: whole.state, createdAt, closedAt, asked, policy },
    createdBy: { userId: createdById, name: createdBy },
    closedBy: await namedPerson(read, closedById),
    agents: await shownAgents(read, workspaceId, state),
    reviews: await shownReviews(read, workspaceId, state),
    needs: isOpen ? [...missingInWords(state), ...(await obstacles(read, workspaceId, whole))] : [],
    stuck: isOpen ? workStuckInWords(policy, await selectMembers(read, { workspaceId }), worksOf(state)) : [],
    ...approvalOf(state, { userId: user.id, role }),
  };
}

async function namedPerson(read: Db, userId: string | null): Promise<Review['closedBy']> {
  if (userId === null) return null;
  return { userId, name: (await listUserNames(read, { userIds: [userId] })).get(userId) ?? 'Somebody' };
}

/** What of each change decides who may approve it. */
const worksOf = ({ whole, agents }: ReviewState) =>
  agents.map(({ authors, widenings }, at) => ({
    ...{ authors, proposer: whole.createdById, widens: widenings.length > 0 },
    title: whole.agents[at]?.title ?? 'an agent',
  }));

/** Whether an approval of this person would count for any of it, and why it would not for all. */
function approvalOf(
  { whole, policy, agents }: ReviewState,
  { userId, role }: { userId: string; role: Role },
): Pick<Review, 'isApprover' | 'mayApprove' | 'whyNot'> {
  if (!mayApprove(policy, role)) {
    const whyNot = 'Your role may not approve in this workspace. Your comments are welcome.';
    return { isApprover: false, mayApprove: false, whyNot };
  }
  const proposer = whole.createdById;
  const own = agents.filter((agent) => !isIndependentOf(policy, agent, proposer, userId)).length;
  const all = own === agents.length;
  const what = all ? 'This is' : 'Some of this is';
  const whyNot = `${what} your own work or your own proposal: your approval does not count for it.`;
  return { isApprover: true, mayApprove: !all, whyNot: own === 0 ? null : whyNot };
}

/** Returns the threads of a review for whoever has a scope; null when there is none. */
export async function threadsOfReview(scope: Scope, proposalId: string): Promise<ThreadList | null> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  if (!(await getProposal(read, { workspaceId, proposalId }))) return null;
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

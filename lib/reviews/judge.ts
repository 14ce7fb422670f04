/** May this be published? What is proposed, what was said of it, and the policy give the answer. */

import { isAtLeast, type Role } from '@/lib/policy';

import type { PublishingPolicy } from './policy';

/** One agent of a proposal. */
export interface ProposedAgent {
  agentId: string;
  /** What is published; null where nothing is. */
  baseVersionId: string | null;
  versionId: string;
  /** Keys of what the agent may do by it and could not before. */
  widenings: readonly string[];
  /** User ids of everybody whose work is in the change. */
  authors: readonly string[];
}

export type Verdict = 'approved' | 'changes-requested' | 'commented';

/** What one person said of a proposal. */
export interface GivenReview {
  userId: string;
  /** The role that the person has now; null for one who is no member any more. */
  role: Role | null;
  verdict: Verdict;
  /** Of each agent, which change was read, as `readingOf` says it. */
  readings: Readonly<Record<string, string>>;
  /** What was ticked off, as `tickOf` says it. */
  ticks: readonly string[];
}

export interface Proposal {
  /** Who proposed it: not an author perhaps, but not one to approve it alone, either. */
  proposer: string;
  agents: readonly ProposedAgent[];
  /** In the order in which they were given. */
  reviews: readonly GivenReview[];
}

/** What is missing; `agentId` where it is about one of several. */
export type Need =
  | { kind: 'off' }
  | { kind: 'nothing' }
  /** `given`: how many count already. */
  | { kind: 'approvals'; agentId: string; left: number; given: number }
  | { kind: 'admin'; agentId: string }
  | { kind: 'changes'; userId: string };

export interface Judgement {
  /** Nothing is missing: it may be published as it stands. */
  ready: boolean;
  needs: Need[];
  /** Of each agent, whose approvals count. */
  approvals: Record<string, string[]>;
}

/** Which change of an agent somebody read: from what is published to what is proposed. Another of either is another. */
export function readingOf({
  baseVersionId,
  versionId,
}: Pick<ProposedAgent, 'baseVersionId' | 'versionId'>): string {
  return `${baseVersionId ?? ''}..${versionId}`;
}

/** What is ticked off: one widening of one agent. */
export function tickOf(agentId: string, widening: string): string {
  return `${agentId} ${widening}`;
}

/** All that has to be ticked off before a proposal is approved, in its order. */
export function ticksOf(agents: readonly Pick<ProposedAgent, 'agentId' | 'widenings'>[]): string[] {
  return agents.flatMap(({ agentId, widenings }) => widenings.map((key) => tickOf(agentId, key)));
}

/**
 * Says what is missing before a proposal may be published. Of each person the last approval or request for changes
 * counts, with the role that the person has now, and only for agents that are still proposed as they were read: a new
 * version takes an approval away where it touched. An approval without a tick on each widening is none.
 */
export function judge(policy: PublishingPolicy, { proposer, agents, reviews }: Proposal): Judgement {
  const standing = lastVerdicts(reviews).filter(({ role }) => mayApprove(policy, role));
  const approvals: Record<string, string[]> = {};
  const needs: Need[] = [];
  if (!policy.enabled) needs.push({ kind: 'off' });
  if (agents.length === 0) needs.push({ kind: 'nothing' });
  for (const agent of agents) {
    const counting = standing.filter((review) => countsFor(policy, agent, proposer, review));
    approvals[agent.agentId] = counting.map(({ userId }) => userId);
    const left = Math.max(1, policy.approvals) - counting.length;
    const given = counting.length;
    if (left > 0) needs.push({ kind: 'approvals', agentId: agent.agentId, left, given });
    const hasAdmin = counting.some(({ role }) => role !== null && isAtLeast(role, 'admin'));
    if (policy.wideningNeedsAdmin && agent.widenings.length > 0 && !hasAdmin) {
      needs.push({ kind: 'admin', agentId: agent.agentId });
    }
  }
  for (const { userId, verdict, readings } of standing) {
    const isCurrent = agents.some((agent) => readings[agent.agentId] === readingOf(agent));
    if (verdict === 'changes-requested' && isCurrent) needs.push({ kind: 'changes', userId });
  }
  return { ready: needs.length === 0, needs, approvals };
}

/** Whether the policy lets this role approve. */
export function mayApprove({ approver }: PublishingPolicy, role: Role | null): boolean {
  return role !== null && isAtLeast(role, approver);
}

/** Whether the policy lets this person's approval count for all agents of a proposal: not where the work is their own. */
export function isIndependent(
  policy: PublishingPolicy,
  { proposer, agents }: Pick<Proposal, 'proposer' | 'agents'>,
  userId: string,
): boolean {
  return agents.every((agent) => isIndependentOf(policy, agent, proposer, userId));
}

/** As `isIndependent`, of one agent. */
export function isIndependentOf(
  { authorsApprove }: PublishingPolicy,
  { authors }: Pick<ProposedAgent, 'authors'>,
  proposer: string,
  userId: string,
): boolean {
  return authorsApprove || (userId !== proposer && !authors.includes(userId));
}

function countsFor(
  policy: PublishingPolicy,
  agent: ProposedAgent,
  proposer: string,
  { userId, verdict, readings, ticks }: GivenReview,
): boolean {
  return (
    verdict === 'approved' &&
    readings[agent.agentId] === readingOf(agent) &&
    ticksOf([agent]).every((tick) => ticks.includes(tick)) &&
    isIndependentOf(policy, agent, proposer, userId)
  );
}

/** Of each person the last approval or request for changes: a comment takes neither back. */
function lastVerdicts(reviews: readonly GivenReview[]): GivenReview[] {
  const last = new Map<string, GivenReview>();
  for (const review of reviews) if (review.verdict !== 'commented') last.set(review.userId, review);
  return [...last.values()];
}

/** How does a proposal stand for somebody who sees it among others? */

import type { Role } from '@/lib/policy';

import { type GivenReview, type Judgement, judge, type Proposal, readingOf, ticksOf } from './judge';
import type { PublishingPolicy } from './policy';

/** `yours`: it waits for whoever looks; `others`: for somebody else; `changes`: for whoever proposed it. */
export type Standing = 'yours' | 'others' | 'changes' | 'approved';

/** Whoever looks. */
export interface Reader {
  userId: string;
  role: Role;
  /** Whether their review is asked for. */
  isAsked: boolean;
}

/**
 * Says in one word what `judge` knows of an open proposal, whether publishing is on or not. It waits for those whose
 * approval would bring it further, and for those who were asked and have said nothing yet.
 */
export function standingOf(policy: PublishingPolicy, proposal: Proposal, reader: Reader): Standing {
  const { agents, reviews } = proposal;
  if (agents.length === 0) return 'others';
  const judgement = judge(policy, proposal);
  if (judgement.needs.some(({ kind }) => kind === 'changes')) return 'changes';
  const missing = missingOf(judgement);
  if (missing === 0) return 'approved';
  const isSilent = !reviews.some(({ userId }) => userId === reader.userId);
  if (reader.isAsked && isSilent) return 'yours';
  const approved = judge(policy, { ...proposal, reviews: [...reviews, approvalOf(reader, proposal)] });
  return missingOf(approved) < missing ? 'yours' : 'others';
}

/** How many approvals are missing, those of admins among them. */
function missingOf({ needs }: Judgement): number {
  return needs.reduce((sum, need) => {
    if (need.kind === 'approvals') return sum + need.left;
    return need.kind === 'admin' ? sum + 1 : sum;
  }, 0);
}

const approvalOf = ({ userId, role }: Reader, { agents }: Proposal): GivenReview => ({
  ...{ userId, role, verdict: 'approved', ticks: ticksOf(agents) },
  readings: Object.fromEntries(agents.map((agent) => [agent.agentId, readingOf(agent)])),
});

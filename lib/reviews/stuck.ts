/** Could anybody approve this at all? The policy and the members give the answer, before somebody waits for it. */

import { can, isAtLeast, type Role } from '@/lib/policy';

import { isIndependentOf, mayApprove, type ProposedAgent } from './judge';
import type { PublishingPolicy } from './policy';

export interface Member {
  userId: string;
  name: string;
  role: Role;
}

/** What of a change decides who may approve it. */
export interface Work extends Pick<ProposedAgent, 'authors'> {
  proposer: string;
  /** Whether the agent may do more by it. */
  widens: boolean;
}

/** `approvals`: too few people could approve it; `admin`: no owner or admin could. */
export type Stuck = 'approvals' | 'admin';

/** Returns the members whose approval would count for this work. */
export function approversOf(
  policy: PublishingPolicy,
  members: readonly Member[],
  { proposer, authors }: Omit<Work, 'widens'>,
): Member[] {
  return members.filter(
    ({ userId, role }) => mayApprove(policy, role) && isIndependentOf(policy, { authors }, proposer, userId),
  );
}

/** Returns why nobody could get this work published, whoever reads it; null when enough members could. */
export function stuckWork(policy: PublishingPolicy, members: readonly Member[], work: Work): Stuck | null {
  const able = approversOf(policy, members, work);
  if (able.length < policy.approvals) return 'approvals';
  const needsAdmin = policy.wideningNeedsAdmin && work.widens;
  return needsAdmin && !able.some(({ role }) => isAtLeast(role, 'admin')) ? 'admin' : null;
}

/** Whose own work nobody could approve. */
export interface StuckPeople {
  /** Nothing of theirs. */
  approvals: Member[];
  /** Only what lets an agent do more. */
  admin: Member[];
  /** Whether that is so of everybody who may propose. */
  isEverybody: boolean;
}

/** Finds out of each member who may propose whether what they write alone could ever be published. */
export function stuckPeople(policy: PublishingPolicy, members: readonly Member[]): StuckPeople {
  const writers = members.filter(({ role }) => can(role, 'proposal:edit'));
  const stuck = (kind: Stuck) =>
    writers.filter(({ userId }) => {
      const work = { proposer: userId, authors: [userId], widens: true };
      return stuckWork(policy, members, work) === kind;
    });
  const approvals = stuck('approvals');
  return { approvals, admin: stuck('admin'), isEverybody: approvals.length === writers.length };
}

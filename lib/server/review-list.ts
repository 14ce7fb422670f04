/** How do the proposals of a list stand for the person who reads it? */

import 'server-only';

import { type Db, listProposalMatters, type ProposalMatter } from '@/db';
import type { ReviewStanding } from '@/lib/contract';
import { readingOf, standingOf } from '@/lib/reviews';

import type { Scope } from './access';
import { policyOf, widenedBy } from './review-state';

/** So many agents are judged for one page, as many as one review may hold. */
const MAX_JUDGED = 200;

/** Returns as many of these proposals, from the first, as are judged at once: at least one. */
export function judgedAtOnce<Row extends { agents: number }>(rows: readonly Row[]): readonly Row[] {
  let sum = 0;
  const end = rows.findIndex(({ agents }, at) => {
    sum += agents;
    return at > 0 && sum > MAX_JUDGED;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Returns of each of these open proposals how it stands, and whether it lets an agent do more. */
export async function standingsOf(
  read: Db,
  { workspaceId, user, role }: Scope,
  rows: readonly { proposalId: string; createdById: string }[],
): Promise<Map<string, ReviewStanding>> {
  const policy = await policyOf(read, workspaceId);
  const proposalIds = rows.map(({ proposalId }) => proposalId);
  const matters = await listProposalMatters(read, { workspaceId, proposalIds });
  const changes = [...matters.values()].flatMap(({ agents }) => agents);
  const widenings = await widenedBy(read, workspaceId, changes);
  return new Map(
    rows.map(({ proposalId, createdById: proposer }) => {
      const { agents: proposed, reviews, asked } = matters.get(proposalId) ?? NO_MATTER;
      const agents = proposed.map((agent) => ({
        ...agent,
        widenings: (widenings.get(readingOf(agent)) ?? []).map(({ key }) => key),
      }));
      const reader = { userId: user.id, role, isAsked: asked.includes(user.id) };
      const standing = standingOf(policy, { proposer, agents, reviews }, reader);
      return [proposalId, { standing, widens: agents.some((agent) => agent.widenings.length > 0) }];
    }),
  );
}

const NO_MATTER: ProposalMatter = { agents: [], reviews: [], asked: [] };

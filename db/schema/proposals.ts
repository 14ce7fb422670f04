/** Which changes wait to be published, and who has said what of them? */

import type { ProposalState, ReviewVerdict } from '@/lib/contract';

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

interface Parents {
  users: Users;
  workspaces: Workspaces;
  agents: Agents;
}

export const proposals = (kit: Kit, { users, workspaces }: Omit<Parents, 'agents'>) =>
  kit.table(
    'proposals',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      title: kit.text('title').notNull(),
      reason: kit.text('reason').notNull(),
      state: kit.text('state').$type<ProposalState>().notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      updatedAt: kit.integer('updated_at').notNull(),
      closedAt: kit.integer('closed_at'),
      closedBy: kit.text('closed_by').references(() => users.id),
    },
    (t) => [kit.index('proposals_in_order').on(t.workspaceId, t.state, t.updatedAt)],
  );
export type Proposals = ReturnType<typeof proposals>;

type OfProposal = Parents & { proposals: Proposals };

/** One agent of a proposal: what is published, and what is to be. */
export const proposalAgents = (kit: Kit, { workspaces, agents, proposals: of }: Omit<OfProposal, 'users'>) =>
  kit.table(
    'proposal_agents',
    {
      proposalId: partOf(kit, 'proposal_id', of),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      /** What was published when this was proposed; null where nothing was. */
      baseVersionId: kit.text('base_version_id'),
      versionId: kit.text('version_id').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'proposal_agents_pk', columns: [t.proposalId, t.agentId] }),
      kit.index('proposal_agents_of_agent').on(t.agentId, t.workspaceId),
      kit.index('proposal_agents_of_workspace').on(t.workspaceId, t.proposalId),
    ],
  );

/** One verdict of one person on the versions that were read. */
export const reviews = (kit: Kit, { users, workspaces, proposals: of }: Omit<OfProposal, 'agents'>) =>
  kit.table(
    'reviews',
    {
      id: kit.text('id').primaryKey(),
      proposalId: partOf(kit, 'proposal_id', of),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      createdBy: doneBy(kit, 'created_by', users),
      createdAt: kit.integer('created_at').notNull(),
      verdict: kit.text('verdict').$type<ReviewVerdict>().notNull(),
      body: kit.text('body').notNull(),
      /** The version that was read, by agent. */
      versions: kit.json<Record<string, string>>('versions').notNull(),
      /** The widenings of authority that were ticked off, by their keys. */
      ticks: kit.json<string[]>('ticks').notNull(),
      /** When a newer version took the verdict away. */
      voidedAt: kit.integer('voided_at'),
    },
    (t) => [
      kit.index('reviews_of_proposal').on(t.proposalId, t.createdAt),
      kit.index('reviews_of_workspace').on(t.workspaceId, t.proposalId, t.createdAt),
    ],
  );

/** Whose review is asked for. */
export const reviewRequests = (kit: Kit, { users, workspaces, proposals: of }: Omit<OfProposal, 'agents'>) =>
  kit.table(
    'review_requests',
    {
      proposalId: partOf(kit, 'proposal_id', of),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      userId: partOf(kit, 'user_id', users),
      askedBy: doneBy(kit, 'asked_by', users),
      askedAt: kit.integer('asked_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'review_requests_pk', columns: [t.proposalId, t.userId] }),
      kit.index('review_requests_of_person').on(t.userId, t.workspaceId),
      kit.index('review_requests_of_workspace').on(t.workspaceId, t.proposalId),
    ],
  );

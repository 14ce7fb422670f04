/** How does a change begin its way to being published? As a proposal that somebody else reads. */

import 'server-only';

import { addNotifications, askForReview, createProposal as insertProposal } from '@/db';
import { createProposalInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';
import { proposedAgents } from '../proposed-agents';
import { policyOf } from '../review-state';

export const createProposal = workspaceCommand({
  event: 'proposal.created',
  permission: 'proposal:edit',
  input: createProposalInput,
  async prepare({ agents }, { read, scope: { workspaceId } }) {
    const proposed = await proposedAgents(read, workspaceId, agents);
    const { enabled } = await policyOf(read, workspaceId);
    if (!enabled) throw offFailure();
    return proposed;
  },
  async commit(tx, agents, { title, reason, reviewers }, { scope, now }) {
    const { workspaceId, user } = scope;
    const by = { workspaceId, userId: user.id, now };
    const proposalId = await insertProposal(tx, { ...by, title, reason, agents });
    const asking = { workspaceId, proposalId, userIds: reviewers, askedBy: user.id, now };
    const asked = await askForReview(tx, asking);
    const items = asked.map((userId) => ({
      ...{
        userId,
        kind: 'review' as const,
        agentId: agents.length === 1 ? (agents[0]?.agentId ?? null) : null,
      },
      ...{ subjectId: proposalId, summary: `asks for your review of “${title}”` },
    }));
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { title, agents: agents.map(({ agentId }) => agentId), asked };
    return { output: { proposalId }, subjectId: proposalId, details, told };
  },
});

const offFailure = () =>
  new Failure('conflict', 'Publishing is turned off in the settings of this workspace. Turn it on first.');

/** How does a proposal go on after a review? With newer versions; what was said of those that it replaces is void. */

import 'server-only';

import { addNotifications, lockProposal, replaceProposed, voidReviews } from '@/db';
import { reviseProposalInput } from '@/lib/contract';
import { readingOf } from '@/lib/reviews';

import { workspaceCommand } from '../command';
import { LostRace } from '../failure';
import { proposedAgents } from '../proposed-agents';
import { requireOpenReview } from '../review-state';

export const reviseProposal = workspaceCommand({
  event: 'proposal.revised',
  permission: 'proposal:edit',
  input: reviseProposalInput,
  async prepare({ proposalId, agents }, { read, scope: { workspaceId } }) {
    const { whole } = await requireOpenReview(read, { workspaceId, proposalId });
    const proposed = await proposedAgents(read, workspaceId, agents);
    const readings = new Set(proposed.map((agent) => `${agent.agentId} ${readingOf(agent)}`));
    const isVoid = (read: Record<string, string>) =>
      !Object.entries(read).some(([agentId, reading]) => readings.has(`${agentId} ${reading}`));
    const touched = (read: Record<string, string>) =>
      Object.entries(read).some(([agentId, reading]) => !readings.has(`${agentId} ${reading}`));
    const given = whole.reviews.filter(
      ({ verdict, voidedAt }) => verdict !== 'commented' && voidedAt === null,
    );
    return {
      ...{ whole, proposed },
      voided: given.filter(({ readings: read }) => isVoid(read)).map(({ reviewId }) => reviewId),
      readers: given.filter(({ readings: read }) => touched(read)).map(({ userId }) => userId),
    };
  },
  async commit(tx, { whole, proposed, voided, readers }, { proposalId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const key = { workspaceId, proposalId };
    if (!(await lockProposal(tx, { ...key, now }))) throw new LostRace();
    await replaceProposed(tx, { ...key, agents: proposed });
    await voidReviews(tx, { ...key, reviewIds: voided, now });
    const people = new Set([...readers, ...whole.asked.map(({ userId }) => userId)]);
    const items = [...people].map((userId) => ({
      ...{ userId, kind: 'review' as const, agentId: null, subjectId: proposalId },
      summary: `changed what “${whole.title}” proposes: read it anew`,
    }));
    await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { versions: proposed.map(({ versionId }) => versionId), voided: voided.length };
    return { output: { proposalId, voided: voided.length }, subjectId: proposalId, details };
  },
});

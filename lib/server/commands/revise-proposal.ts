/** How does a proposal go on after a review? With newer versions; what was said of those that it replaces is void. */

import 'server-only';

import {
  addNotifications,
  getProposal,
  lockProposal,
  replaceProposed,
  voidReviews,
  type WholeProposal,
} from '@/db';
import { reviseProposalInput } from '@/lib/contract';
import { voidReadings } from '@/lib/reviews';

import { workspaceCommand } from '../command';
import { Failure, LostRace } from '../failure';
import { proposedAgents } from '../proposed-agents';
import { requireOpenReview } from '../review-state';

export const reviseProposal = workspaceCommand({
  event: 'proposal.revised',
  permission: 'proposal:edit',
  input: reviseProposalInput,
  async prepare({ proposalId, agents }, { read, scope: { workspaceId, user } }) {
    const { whole } = await requireOpenReview(read, { workspaceId, proposalId });
    const proposed = await proposedAgents(read, workspaceId, agents);
    if (user.id !== whole.createdById) requireNewest(whole, proposed);
    return { whole, proposed };
  },
  async commit(tx, { whole, proposed }, { proposalId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const key = { workspaceId, proposalId };
    if (!(await lockProposal(tx, { ...key, now }))) throw new LostRace();
    const given = (await getProposal(tx, key))?.reviews ?? [];
    const touched = given.map((review) => ({ review, voids: voidReadings(review, proposed) }));
    const readers = touched.filter(({ voids }) => voids.length > 0).map(({ review }) => review.userId);
    const voided = touched
      .filter(({ review, voids }) => voids.length > 0 && voids.length === Object.keys(review.readings).length)
      .map(({ review }) => review.reviewId);
    await replaceProposed(tx, { ...key, agents: proposed });
    await voidReviews(tx, { ...key, reviewIds: voided, now });
    const people = new Set([...readers, ...whole.asked.map(({ userId }) => userId)]);
    const items = [...people].map((userId) => ({
      ...{ userId, kind: 'review' as const, agentId: null, subjectId: proposalId },
      summary: `changed what “${whole.title}” proposes: read it anew`,
    }));
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { versions: proposed.map(({ versionId }) => versionId), voided: voided.length };
    return { output: { proposalId, voided: voided.length }, subjectId: proposalId, details, told };
  },
});

/**
 * Whoever chose an old version could approve it, too, in a proposal that is somebody else's: then nobody but them would
 * have wanted it.
 */
function requireNewest(
  { agents }: WholeProposal,
  proposed: readonly { agentId: string; versionId: string; title: string; isHead: boolean }[],
): void {
  const before = new Map(agents.map(({ agentId, versionId }) => [agentId, versionId]));
  for (const { agentId, versionId, title, isHead } of proposed) {
    if (isHead || before.get(agentId) === versionId) continue;
    throw new Failure(
      'forbidden',
      `Only who made this proposal may put an old version into it, as this one of ${title} is. Take the newest one, or make a proposal of your own.`,
    );
  }
}

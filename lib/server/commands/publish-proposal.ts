/** How is something published? All labels of a proposal at once, if nothing is missing at that very moment. */

import 'server-only';

import { addNotifications, changeProposalState, lockProposal, lockWorkspace, moveLabel, type Tx } from '@/db';
import { PUBLISHED, proposalInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, LostRace } from '../failure';
import { missingInWords, obstacles, type ReviewState, requireOpenReview, reviewState } from '../review-state';

export const publishProposal = workspaceCommand({
  event: 'proposal.published',
  permission: 'proposal:publish',
  input: proposalInput,
  async prepare({ proposalId }, { read, scope: { workspaceId } }) {
    const state = await requireOpenReview(read, { workspaceId, proposalId });
    requireReady(state);
    const [obstacle] = await obstacles(read, workspaceId, state.whole);
    if (obstacle) throw new Failure('conflict', obstacle);
    return state;
  },
  async commit(tx, { whole, widenings }, { proposalId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const key = { workspaceId, proposalId };
    // From here on nobody changes the policy, a role, the proposal or a review of it until this is done or refused.
    await lockWorkspace(tx, { workspaceId, now });
    if (!(await lockProposal(tx, { ...key, now }))) throw new LostRace();
    const present = await reviewState(tx, key, widenings);
    const isSame = present && namesOf(present) === namesOf({ whole });
    if (!isSame) throw new LostRace();
    requireReady(present);
    await moveLabels(tx, present, { workspaceId, proposalId, userId: user.id, now });
    const change = { ...key, from: 'open' as const, state: 'published' as const, userId: user.id, now };
    if (!(await changeProposalState(tx, change))) throw new LostRace();
    const people = new Set([whole.createdById, ...present.whole.reviews.map(({ userId }) => userId)]);
    const items = [...people].map((userId) => ({
      ...{ userId, kind: 'decision' as const, agentId: null, subjectId: proposalId },
      summary: `published “${whole.title}”`,
    }));
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = {
      versions: whole.agents.map(({ versionId }) => versionId),
      widenings: present.agents.flatMap((agent) => agent.widenings),
      approvedBy: [...new Set(Object.values(present.judgement.approvals).flat())],
    };
    return { output: { proposalId }, subjectId: proposalId, details, told };
  },
});

const namesOf = ({ whole }: Pick<ReviewState, 'whole'>): string =>
  whole.agents
    .map(({ agentId, baseVersionId, versionId }) => [agentId, baseVersionId, versionId].join())
    .join(';');

function requireReady(state: ReviewState): void {
  if (state.judgement.ready) return;
  throw new Failure('conflict', `This cannot be published yet. ${missingInWords(state).join(' ')}`);
}

async function moveLabels(
  tx: Tx,
  { whole }: ReviewState,
  by: { workspaceId: string; proposalId: string; userId: string; now: number },
): Promise<void> {
  for (const { agentId, baseVersionId, versionId, deletedAt, archivedAt } of whole.agents) {
    const { fromVersionId } = await moveLabel(tx, { ...by, agentId, name: PUBLISHED, versionId });
    const isAway = deletedAt !== null || archivedAt !== null;
    if (isAway || fromVersionId !== baseVersionId) throw new LostRace();
  }
}

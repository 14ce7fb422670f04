/** How is a publication taken back? By publishing what was published before; the proposal is open again. */

import 'server-only';

import {
  addNotifications,
  changeProposalState,
  type Db,
  getProposal,
  listPublishedBy,
  moveLabel,
  type WholeProposal,
} from '@/db';
import { PUBLISHED, proposalInput } from '@/lib/contract';
import { isAtLeast } from '@/lib/policy';
import { readingOf } from '@/lib/reviews';

import { workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';
import { policyOf, widenedBy } from '../review-state';

export const undoPublication = workspaceCommand({
  event: 'proposal.unpublished',
  permission: 'proposal:publish',
  input: proposalInput,
  async prepare({ proposalId }, { read, scope: { workspaceId } }) {
    const whole = await getProposal(read, { workspaceId, proposalId });
    if (!whole) throw notFoundFailure();
    if (whole.state !== 'published') {
      throw new Failure('conflict', 'This proposal is not published. Reload the page.');
    }
    const policy = await policyOf(read, workspaceId);
    if (!policy.enabled) {
      throw new Failure(
        'conflict',
        'Publishing is turned off in the settings of this workspace. An owner or admin can move the label "published" in the history of each agent.',
      );
    }
    return { whole, regained: policy.wideningNeedsAdmin ? await regainedBy(read, workspaceId, whole) : [] };
  },
  async commit(tx, { whole, regained }, { proposalId }, { scope: { workspaceId, user, role }, now }) {
    const [first] = regained;
    if (first && !isAtLeast(role, 'admin')) {
      throw new Failure(
        'forbidden',
        `What was published before lets ${first.title} do more (${first.words}). Ask an owner or admin to undo this, or propose the former version.`,
      );
    }
    const by = { workspaceId, proposalId, userId: user.id, now };
    const change = { ...by, from: 'published' as const, state: 'open' as const };
    if (!(await changeProposalState(tx, change))) throw new LostRace();
    const agentIds = whole.agents.map(({ agentId }) => agentId);
    const publishedBy = await listPublishedBy(tx, { workspaceId, name: PUBLISHED, agentIds });
    for (const { agentId, title, baseVersionId, versionId } of whole.agents) {
      const move = { ...by, agentId, name: PUBLISHED, versionId: baseVersionId };
      const { fromVersionId } = await moveLabel(tx, move);
      // The same version may have been published again since, by somebody who wanted it.
      if (fromVersionId !== versionId || publishedBy.get(agentId) !== proposalId) {
        throw new Failure(
          'conflict',
          `Something else was published of ${title} since. Undo that first, or propose the former version.`,
        );
      }
    }
    const items = [whole.createdById, ...whole.reviews.map(({ userId }) => userId)].map((userId) => ({
      ...{ userId, kind: 'decision' as const, agentId: null, subjectId: proposalId },
      summary: `took the publication of “${whole.title}” back`,
    }));
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const versions = whole.agents.map(({ baseVersionId }) => baseVersionId ?? 'nothing');
    return { output: { proposalId }, subjectId: proposalId, details: { versions }, told };
  },
});

/** What agents may do by what was published before, and may not do now. */
async function regainedBy(
  read: Db,
  workspaceId: string,
  { agents }: WholeProposal,
): Promise<{ title: string; words: string }[]> {
  const back = agents.flatMap(({ agentId, title, baseVersionId, versionId }) =>
    baseVersionId === null ? [] : [{ agentId, title, baseVersionId: versionId, versionId: baseVersionId }],
  );
  const widened = await widenedBy(read, workspaceId, back);
  return back.flatMap((change) =>
    (widened.get(readingOf(change)) ?? []).map(({ words }) => ({ title: change.title, words })),
  );
}

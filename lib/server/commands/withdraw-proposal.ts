/** How is a proposal taken back? It stays to be read, and publishes nothing. */

import 'server-only';

import { changeProposalState } from '@/db';
import { proposalInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { LostRace } from '../failure';
import { requireOpenReview } from '../review-state';

export const withdrawProposal = workspaceCommand({
  event: 'proposal.withdrawn',
  permission: 'proposal:edit',
  input: proposalInput,
  prepare: ({ proposalId }, { read, scope: { workspaceId } }) =>
    requireOpenReview(read, { workspaceId, proposalId }),
  async commit(tx, _state, { proposalId }, { scope: { workspaceId, user }, now }) {
    const change = { workspaceId, proposalId, from: 'open' as const, state: 'withdrawn' as const };
    if (!(await changeProposalState(tx, { ...change, userId: user.id, now }))) throw new LostRace();
    return { output: { proposalId }, subjectId: proposalId };
  },
});

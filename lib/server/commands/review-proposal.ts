/** What does somebody say of a proposal? An approval takes that all of it was read as it stands, and each widening ticked off. */

import 'server-only';

import { addNotifications, addReview, getProposal, lockProposal } from '@/db';
import { type ReviewVerdict, reviewProposalInput } from '@/lib/contract';
import { mayApprove, readingOf, ticksOf } from '@/lib/reviews';

import { workspaceCommand } from '../command';
import { excerptOf } from '../comment-words';
import { Failure, LostRace } from '../failure';
import { type ReviewState, requireOpenReview } from '../review-state';

export const reviewProposal = workspaceCommand({
  event: 'proposal.reviewed',
  permission: 'proposal:review',
  input: reviewProposalInput,
  async prepare(input, { read, scope: { workspaceId, role } }) {
    const state = await requireOpenReview(read, { workspaceId, proposalId: input.proposalId });
    requireReading(state, input.readings);
    if (input.verdict === 'commented' && input.body === '') {
      throw new Failure('invalid_input', 'Write something first.', { body: ['Write something first.'] });
    }
    if (input.verdict === 'approved') {
      if (!mayApprove(state.policy, role)) throw roleFailure(state.policy.approver);
      requireTicks(state, input.ticks);
    }
    return state;
  },
  async commit(tx, { whole, agents }, { proposalId, verdict, body, readings, ticks }, { scope, now }) {
    const { workspaceId, user } = scope;
    const key = { workspaceId, proposalId };
    if (!(await lockProposal(tx, { ...key, now }))) throw new LostRace();
    const present = await getProposal(tx, key);
    // Somebody proposes other versions since: what was read is looked at anew, and refused.
    if (!present || present.agents.some((agent) => readings[agent.agentId] !== readingOf(agent))) {
      throw new LostRace();
    }
    const ticked = ticksOf(agents).filter((tick) => ticks.includes(tick));
    const given = { ...key, userId: user.id, verdict, body, readings, ticks: ticked, now };
    const reviewId = await addReview(tx, given);
    const summary = `${SAID[verdict]} “${whole.title}”${body === '' ? '' : `: ${excerptOf(body)}`}`;
    const about = { kind: 'decision' as const, agentId: null, subjectId: proposalId, summary };
    const items = [{ userId: whole.createdById, ...about }];
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { verdict, readings: Object.values(readings), ticks: ticked };
    return { output: { reviewId }, subjectId: proposalId, details, told };
  },
});

const SAID: Record<ReviewVerdict, string> = {
  approved: 'approved',
  'changes-requested': 'asks for changes of',
  commented: 'commented on',
};

/** What was read has to be what is proposed: no more, no less, and no other version of it. */
function requireReading({ agents }: ReviewState, readings: Readonly<Record<string, string>>): void {
  const same = agents.every((agent) => readings[agent.agentId] === readingOf(agent));
  if (same && Object.keys(readings).length === agents.length) return;
  throw new Failure(
    'conflict',
    'The proposal was changed while you read it. Reload the page and read what is new; your words are kept.',
  );
}

function requireTicks({ agents }: ReviewState, ticks: readonly string[]): void {
  const missing = ticksOf(agents).filter((tick) => !ticks.includes(tick)).length;
  if (missing === 0) return;
  const what = missing === 1 ? 'one thing' : `${missing} things`;
  throw new Failure('invalid_input', `Tick off each thing under “New powers”. You have not ticked ${what}.`);
}

const roleFailure = (approver: string) =>
  new Failure(
    'forbidden',
    approver === 'owner'
      ? 'Only owners may approve here. Comment instead.'
      : `By the settings of this workspace only ${approver}s and above may approve. Comment instead.`,
  );

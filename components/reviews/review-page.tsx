'use client';
/** What does a proposal change, what was said of it, and what is missing before it is published? */

import { useState } from 'react';

import type { CommentActions } from '@/components/comments/comment-actions';
import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Notice, Status } from '@/components/ui/status';
import { showToast } from '@/components/ui/toaster';
import { TimeAgo } from '@/lib/client/now';
import { useFreshReviews, useReview } from '@/lib/client/reviews';
import { callAction } from '@/lib/client/use-action';
import type { Action, ProposalInput, Review, ReviewProposalInput, ReviseProposalInput } from '@/lib/contract';

import { AgentChange } from './agent-change';
import { MovedNotice, updatedAgents } from './moved-notice';
import { Said } from './said';
import { Stuck } from './stuck';
import { UndoPublication } from './undo-publication';
import { VerdictForm } from './verdict-form';
import { WideningList } from './widening-list';

export interface ReviewActions {
  reviewProposal: Action<ReviewProposalInput, unknown>;
  reviseProposal: Action<ReviseProposalInput, { voided: number }>;
  withdrawProposal: Action<ProposalInput, unknown>;
  publishProposal: Action<ProposalInput, unknown>;
  undoPublication: Action<ProposalInput, unknown>;
}

export interface ReviewPageProps {
  workspace: string;
  initial: Review;
  canEdit: boolean;
  canReview: boolean;
  canPublish: boolean;
  actions: ReviewActions;
  comments: CommentActions;
}

export function ReviewPage(props: ReviewPageProps) {
  const { workspace, initial, canEdit, canReview, canPublish, actions, comments } = props;
  const { data: review, error, refetch } = useReview(workspace, initial);
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const { act, busy, problem } = useReviewActions(workspace);
  const key = { workspace, proposalId: review.proposalId };
  const isOpen = review.state === 'open';
  const widenings = review.agents.flatMap((agent) => agent.widenings);
  const left = widenings.filter(({ tick }) => !ticks.has(tick)).length;

  const update = () =>
    void act(
      'update',
      actions.reviseProposal,
      { ...key, agents: updatedAgents(review) },
      'Updated: it has to be read anew',
    );

  return (
    <>
      <PageHeader
        trail={[{ label: 'Reviews', href: `/w/${workspace}/reviews` }]}
        title={review.title}
        aside={isOpen ? undefined : review.state}
        actions={
          <>
            {isOpen && canEdit && (
              <Button
                busy={busy === 'withdraw'}
                onClick={() => void act('withdraw', actions.withdrawProposal, key, 'Withdrawn')}
              >
                Withdraw
              </Button>
            )}
            {isOpen && canPublish && (
              <Button
                tone="primary"
                disabled={review.needs.length > 0}
                busy={busy === 'publish'}
                onClick={() => void act('publish', actions.publishProposal, key, 'Published')}
              >
                Publish
              </Button>
            )}
            {review.state === 'published' && canPublish && review.policy.enabled && (
              <UndoPublication
                agents={review.agents}
                busy={busy === 'undo'}
                onUndo={() => act('undo', actions.undoPublication, key, 'Published what was before')}
              />
            )}
          </>
        }
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-4xl flex-col gap-5 px-4 py-5 md:px-6">
          {error && (
            <RetryNotice onRetry={() => void refetch()}>
              The review could not be renewed. {error.message}
            </RetryNotice>
          )}
          {problem && <Notice tone="bad">{problem}</Notice>}
          <Intro review={review} />
          {isOpen && (
            <MovedNotice
              review={review}
              action={
                canEdit && (
                  <Button size="dense" busy={busy === 'update'} onClick={update}>
                    Update the proposal
                  </Button>
                )
              }
            />
          )}
          {review.stuck.length > 0 && <Stuck workspace={workspace} stuck={review.stuck} />}
          <WideningList
            review={review}
            ticks={isOpen && canReview && review.mayApprove ? ticks : null}
            onTicks={setTicks}
          />
          <section aria-label="Changes" className="flex flex-col gap-3">
            {review.agents.map((agent) => (
              <AgentChange
                key={agent.agentId}
                {...{ workspace, agent, comments }}
                proposalId={review.proposalId}
                isOpenAtFirst={review.agents.length <= 3}
              />
            ))}
          </section>
          <Said workspace={workspace} reviews={review.reviews} />
          <Closed review={review} />
          {isOpen && <Missing review={review} />}
          {isOpen && canReview && (
            <VerdictForm
              key={review.agents.map(({ reading }) => reading).join()}
              {...{ workspace, review, left, ticks }}
              reviewProposal={actions.reviewProposal}
            />
          )}
        </div>
      </main>
    </>
  );
}

/** Calls an action of the page, one at a time. */
function useReviewActions(workspace: string) {
  const refresh = useFreshReviews(workspace);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function act<Input>(name: string, action: Action<Input, unknown>, input: Input, done: string) {
    if (busy) return;
    setBusy(name);
    const result = await callAction(action, input);
    await refresh();
    setBusy(null);
    setProblem(result.ok ? null : result.error.message);
    if (result.ok) showToast({ text: done, tone: 'good' });
  }
  return { act, busy, problem };
}

function Intro({ review }: { review: Review }) {
  const { createdBy, createdAt, reason, asked } = review;
  return (
    <section aria-label="About this proposal" className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-2">
        <Avatar id={createdBy.userId} name={createdBy.name} decorative />
        <span>
          <span className="font-medium">{createdBy.name}</span> proposes this for publishing
        </span>
        <TimeAgo time={createdAt} className="text-soft" />
      </p>
      {reason !== '' && <p className="text-prose wrap-anywhere whitespace-pre-wrap">{reason}</p>}
      {asked.length > 0 && (
        <p className="text-soft">Asked for a review: {asked.map(({ name }) => name).join(', ')}</p>
      )}
    </section>
  );
}

/** Who ended it, after all that was said of it. */
function Closed({ review: { state, closedAt, closedBy } }: { review: Review }) {
  if (state === 'open' || closedAt === null || closedBy === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <Avatar id={closedBy.userId} name={closedBy.name} decorative />
      <span className="font-medium">{closedBy.name}</span>
      <Status tone={state === 'published' ? 'good' : 'neutral'}>
        {state === 'published' ? 'published this' : 'withdrew this'}
      </Status>
      <TimeAgo time={closedAt} className="text-soft" />
    </p>
  );
}

function Missing({ review }: { review: Review }) {
  if (review.needs.length === 0) {
    return <Notice tone="good">Nothing is missing: this can be published.</Notice>;
  }
  return (
    <Notice tone="neutral">
      <p className="font-medium">Before it can be published</p>
      <ul className="list-disc pl-4">
        {review.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </Notice>
  );
}

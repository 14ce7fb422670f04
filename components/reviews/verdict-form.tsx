'use client';
/** What do I say of it? Approve, ask for changes, or only comment. */

import { useState } from 'react';

import { useKeptWords } from '@/components/comments/kept-words';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/status';
import { Textarea } from '@/components/ui/textarea';
import { useFreshReviews } from '@/lib/client/reviews';
import { callAction } from '@/lib/client/use-action';
import type { Action, Review, ReviewProposalInput } from '@/lib/contract';

export interface VerdictFormProps {
  workspace: string;
  review: Review;
  ticks: ReadonlySet<string>;
  /** How many widenings are not ticked off. */
  left: number;
  reviewProposal: Action<ReviewProposalInput, unknown>;
}

export function VerdictForm({ workspace, review, ticks, left, reviewProposal }: VerdictFormProps) {
  const refresh = useFreshReviews(workspace);
  const [body, setBody] = useKeptWords(`review ${review.proposalId}`);
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const { isApprover, mayApprove } = review;
  const hint = isApprover ? hintOf(review, left) : null;

  async function say(verdict: ReviewProposalInput['verdict']) {
    if (busy) return;
    setBusy(verdict);
    const readings = Object.fromEntries(review.agents.map(({ agentId, reading }) => [agentId, reading]));
    const { proposalId } = review;
    const input = { workspace, proposalId, verdict, body, readings, ticks: [...ticks] };
    const result = await callAction(reviewProposal, input);
    await refresh();
    setBusy(null);
    setProblem(result.ok ? null : result.error.message);
    if (result.ok) setBody('');
  }

  return (
    <section aria-label="Your review" className="flex flex-col gap-3 border-t border-line pt-4">
      <Field label="Your review" help={isApprover ? undefined : (review.whyNot ?? undefined)}>
        <Textarea maxLength={4_000} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        {isApprover && (
          <>
            <Button
              tone={mayApprove ? 'primary' : 'plain'}
              busy={busy === 'approved'}
              disabled={left > 0 || !mayApprove}
              aria-describedby={hint === null ? undefined : 'approve-hint'}
              onClick={() => void say('approved')}
            >
              Approve
            </Button>
            <Button busy={busy === 'changes-requested'} onClick={() => void say('changes-requested')}>
              Request changes
            </Button>
          </>
        )}
        <Button
          tone={isApprover ? 'quiet' : 'plain'}
          busy={busy === 'commented'}
          disabled={body.trim() === ''}
          onClick={() => void say('commented')}
        >
          Comment
        </Button>
        {hint !== null && (
          <p id="approve-hint" className="text-soft">
            {hint}
          </p>
        )}
      </div>
    </section>
  );
}

/** What stands between this person and an approval that counts; null when nothing does. */
function hintOf({ mayApprove, whyNot }: Review, left: number): string | null {
  if (!mayApprove || left === 0) return whyNot;
  const ticks = left === 1 ? 'One new power has' : `${left} new powers have`;
  return `${ticks} to be ticked off before you approve.${whyNot === null ? '' : ` ${whyNot}`}`;
}

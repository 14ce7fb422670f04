/** How does a proposal of the list stand, and does it let an agent do more? */

import { Eye, ShieldAlert } from 'lucide-react';

import { Status, type Tone } from '@/components/ui/status';
import type { ReviewListRow, ReviewStanding } from '@/lib/contract';

const WORDS: Record<Exclude<ReviewStanding['standing'], 'yours'>, { tone: Tone; word: string }> = {
  others: { tone: 'neutral', word: 'waits for others' },
  changes: { tone: 'attention', word: 'changes asked for' },
  approved: { tone: 'good', word: 'approved' },
};

export function State({ row: { state, open } }: { row: ReviewListRow }) {
  return (
    <>
      {open?.widens && (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-attention">
          <ShieldAlert className="size-3.5 shrink-0" aria-hidden="true" />
          widens
        </span>
      )}
      <span className="flex max-md:order-first md:w-36">
        {open === null ? (
          <Status tone={state === 'published' ? 'good' : 'neutral'}>{state}</Status>
        ) : (
          <Standing standing={open.standing} />
        )}
      </span>
    </>
  );
}

function Standing({ standing }: Pick<ReviewStanding, 'standing'>) {
  if (standing !== 'yours') return <Status tone={WORDS[standing].tone}>{WORDS[standing].word}</Status>;
  return (
    <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap text-accent">
      <Eye className="size-3.5 shrink-0" aria-hidden="true" />
      waits for you
    </span>
  );
}

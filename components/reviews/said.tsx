/** What was said of a proposal, by whom, and what of it does not hold any more? */

import Link from 'next/link';

import { comparePath } from '@/components/history/paths';
import { Avatar } from '@/components/people/avatar';
import { Status } from '@/components/ui/status';
import { TimeAgo } from '@/lib/client/now';
import type { ReviewGiven, ReviewVoid } from '@/lib/contract';

const VERDICTS = {
  approved: { tone: 'good', word: 'approved' },
  'changes-requested': { tone: 'attention', word: 'asked for changes' },
  commented: { tone: 'neutral', word: 'commented' },
} as const;

export function Said({ workspace, reviews }: { workspace: string; reviews: readonly ReviewGiven[] }) {
  if (reviews.length === 0) return null;
  return (
    <section aria-label="Reviews" className="flex flex-col gap-3">
      {reviews.map(({ reviewId, by, at, verdict, body, voided, isVoid }) => (
        <article key={reviewId} className="flex gap-2">
          <Avatar id={by.userId} name={by.name} decorative />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-2">
              <span className="font-medium">{by.name}</span>
              <Status tone={isVoid ? 'neutral' : VERDICTS[verdict].tone}>{VERDICTS[verdict].word}</Status>
              <TimeAgo time={at} className="text-small text-soft" />
              {isVoid && <span className="text-small text-soft">void: something else is proposed since</span>}
            </p>
            {body !== '' && <p className="wrap-anywhere whitespace-pre-wrap">{body}</p>}
            {voided.length > 0 && <Voided workspace={workspace} voided={voided} isAll={isVoid} />}
          </div>
        </article>
      ))}
    </section>
  );
}

/** So many are named; a proposal has up to two hundred. */
const MOST = 8;

function Voided({
  workspace,
  voided,
  isAll,
}: {
  workspace: string;
  voided: readonly ReviewVoid[];
  isAll: boolean;
}) {
  const rest = voided.length - MOST;
  return (
    <div className="mt-1 border-l-2 border-line pl-2 text-small text-soft">
      {!isAll && <p>Void for</p>}
      <ul>
        {voided.slice(0, MOST).map((each) => (
          <li key={each.agentId} className="wrap-anywhere">
            <span className="font-mono">{each.title ?? 'an agent that was deleted for good'}</span>
            {': '}
            <Since workspace={workspace} voided={each} />
          </li>
        ))}
        {rest > 0 && <li>and {rest.toLocaleString('en-US')} more</li>}
      </ul>
    </div>
  );
}

const versionOf = (number: number | null): string => (number === null ? 'nothing' : `v${number}`);

function Since({ workspace, voided: { agentId, read, now } }: { workspace: string; voided: ReviewVoid }) {
  if (now === null) return 'not proposed any more';
  if (now.number === read.number) {
    return `read against ${versionOf(read.base)}, but ${versionOf(now.base)} was published since`;
  }
  const said = `${versionOf(read.number)} was read, v${now.number} is proposed`;
  if (read.number === null) return said;
  return (
    <>
      {said},{' '}
      <Link
        href={comparePath({ workspace, id: agentId }, read.number, now.number)}
        prefetch={false}
        className="rounded-sm text-accent hover:underline"
      >
        see what changed between them
      </Link>
    </>
  );
}

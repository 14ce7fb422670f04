'use client';
/** Which changes wait to be read, and which were published? */

import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';

import { Avatar } from '@/components/people/avatar';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

import { ListFoot } from '@/components/ui/list-foot';

import { formatMany } from '@/components/ui/numbers';
import { TimeAgo } from '@/lib/client/now';
import { requestJson } from '@/lib/client/request';
import type { ReviewPage as Page, ReviewListRow } from '@/lib/contract';

import { State } from './state';
import { TurnOn } from './turn-on';

export interface ReviewsPageProps {
  workspace: string;
  initial: Page;
  /** Whether this workspace publishes. */
  isOn: boolean;
  canPropose: boolean;
  canTurnOn: boolean;
}

export function ReviewsPage({ workspace, initial, isOn, canPropose, canTurnOn }: ReviewsPageProps) {
  const [state, setState] = useState<'open' | 'closed'>('open');
  const list = useInfiniteQuery({
    queryKey: ['reviews', workspace, 'list', state],
    queryFn: ({ pageParam, signal }) =>
      requestJson<Page>(`/api/w/${workspace}/reviews?state=${state}&offset=${pageParam}`, { signal }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
    ...(state === 'open' && { initialData: { pages: [initial], pageParams: [0] } }),
    refetchOnMount: 'always',
  });
  const rows = list.data?.pages.flatMap((page) => page.proposals) ?? [];
  return (
    <>
      <PageHeader
        title="Reviews"
        actions={
          canPropose &&
          isOn && (
            <ButtonLink tone="primary" href={`/w/${workspace}/reviews/new`}>
              Propose changes
            </ButtonLink>
          )
        }
      />
      <main className="min-h-0 flex-1 overflow-y-auto">
        {!isOn && <TurnOn workspace={workspace} canTurnOn={canTurnOn} />}
        <div role="group" aria-label="Which proposals" className="flex gap-1 border-b border-line px-4 py-2">
          {(['open', 'closed'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={state === each}
              onClick={() => setState(each)}
              className="h-7 rounded-md px-2.5 text-soft hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
            >
              {each === 'open' ? 'Open' : 'Published and withdrawn'}
            </button>
          ))}
        </div>
        {rows.length === 0 && !list.isFetching && !list.error && (
          <EmptyState
            icon={<ScrollText />}
            title={state === 'open' ? 'Nothing waits to be read' : 'Nothing yet'}
          >
            A proposal is a named set of changes against what is published. Somebody reads it, approves it,
            and then it is published in one step.
          </EmptyState>
        )}
        <ul aria-label="Proposals">
          {rows.map((row) => (
            <Row key={row.proposalId} workspace={workspace} row={row} />
          ))}
        </ul>
        <ListFoot list={list} what="The reviews" />
      </main>
    </>
  );
}

function Row({ workspace, row }: { workspace: string; row: ReviewListRow }) {
  const { proposalId, title, createdBy, updatedAt, agents } = row;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 md:min-h-10 md:py-1.5">
      <Link
        href={`/w/${workspace}/reviews/${proposalId}`}
        prefetch={false}
        className="min-w-0 basis-full truncate rounded-sm font-medium hover:underline max-md:order-first md:flex-1 md:basis-60"
        title={title}
      >
        {title}
      </Link>
      <State row={row} />
      <span className="text-right text-soft tabular-nums md:w-20">{formatMany(agents, 'agent')}</span>
      <TimeAgo time={updatedAt} className="ml-auto text-right text-soft md:ml-0 md:w-16" />
      <Avatar id={createdBy.userId} name={createdBy.name} />
    </li>
  );
}

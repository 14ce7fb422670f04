'use client';
/** Is the result worked out? Until then the shape of the board, how long it takes, and a way out. */

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { PageHeader } from '@/components/shell/page-header';
import { Button, ButtonLink } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';
import { Skeleton } from '@/components/ui/skeleton';
import { requestJson } from '@/lib/client/request';
import type { MergeBoard as MergeBoardData, MergeRow } from '@/lib/contract';

import { DiscardDialog } from './dialogs/discard-dialog';
import { MergeBoard, type MergeBoardProps } from './merge-board';

/** How often an open draft asks what others decided, in milliseconds. */
const LOOK_AGAIN = 20_000;
/** Before so many seconds nobody need be told that it takes a while. */
const SOON = 2;

export interface BoardLoaderProps extends Omit<MergeBoardProps, 'board' | 'loadError' | 'onReload'> {
  merge: MergeRow;
  canEdit: boolean;
}

export function BoardLoader({ merge, canEdit, ...props }: BoardLoaderProps) {
  const { workspace } = props;
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['merge', workspace, merge.mergeId],
    queryFn: ({ signal }) =>
      requestJson<MergeBoardData>(`/api/w/${workspace}/merges/${merge.mergeId}`, { signal }),
    // What was decided elsewhere meanwhile must not be hidden by what was once fetched.
    staleTime: 0,
    gcTime: 0,
    refetchInterval: (query) => (query.state.data?.status === 'draft' ? LOOK_AGAIN : false),
  });
  const reload = () => void refetch();
  const merges = `/w/${workspace}/merges`;
  if (data) {
    return (
      <MergeBoard
        // Of another status it is another page: a draft's session must not go on over a finished merge.
        key={data.status}
        {...props}
        board={data}
        loadError={error?.message ?? null}
        onReload={reload}
      />
    );
  }
  return (
    <>
      <PageHeader trail={[{ label: 'Duplicates', href: `/w/${workspace}/duplicates` }]} title={merge.title} />
      <main className="flex min-h-0 flex-1 flex-col">
        {error && !isFetching ? (
          <Failed
            workspace={workspace}
            merge={merge}
            message={error.message}
            onRetry={reload}
            discardMerge={canEdit ? props.discardMerge : null}
          />
        ) : (
          <>
            <Waiting sources={merge.sources} back={merges} />
            <BoardSkeleton />
          </>
        )}
      </main>
    </>
  );
}

interface FailedProps {
  workspace: string;
  merge: MergeRow;
  message: string;
  onRetry: () => void;
  /** Null for whoever may only look. */
  discardMerge: MergeBoardProps['discardMerge'] | null;
}

/** A draft whose sources can never be one, such as of too many instructions, is thrown away here. */
function Failed({ workspace, merge, message, onRetry, discardMerge }: FailedProps) {
  const { mergeId, status } = merge;
  const [asked, setAsked] = useState(false);
  const isDiscardable = discardMerge !== null && status === 'draft';
  return (
    <div className="p-4">
      <RetryNotice
        onRetry={onRetry}
        actions={
          <>
            {isDiscardable && (
              <Button size="dense" onClick={() => setAsked(true)}>
                Throw the draft away…
              </Button>
            )}
            <ButtonLink size="dense" href={`/w/${workspace}/merges`}>
              All merges
            </ButtonLink>
          </>
        }
      >
        The result could not be worked out. {message} What was decided is safe.
      </RetryNotice>
      {isDiscardable && (
        <DiscardDialog
          {...{ workspace, mergeId, discardMerge }}
          open={asked}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}

/** To leave the page is to cancel: the server then stops. */
function Waiting({ sources, back }: { sources: number; back: string }) {
  const seconds = useSeconds();
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-3 border-b border-line px-4 py-1 text-soft">
      <span role="status">
        {seconds >= SOON && `Reading ${sources} agents and working out what they would be as one…`}
      </span>
      {seconds >= SOON && (
        <>
          <span aria-hidden="true">{seconds} s</span>
          <ButtonLink size="dense" href={back} className="ml-auto">
            Cancel
          </ButtonLink>
        </>
      )}
    </div>
  );
}

function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

function BoardSkeleton() {
  return (
    <div aria-hidden="true" className="flex min-h-0 flex-1 divide-x divide-line overflow-hidden">
      <div className="flex w-[29%] flex-col gap-4 p-3 max-wide:hidden">
        <Skeleton className="h-7 w-36" />
        <Skeleton className="h-7 w-full" />
        {[90, 70, 82, 60, 76, 88].map((width) => (
          <Bar key={width} width={width} />
        ))}
      </div>
      <div className="flex flex-1 flex-col gap-4 p-4">
        {[96, 72, 88, 64, 80, 92, 58, 76].map((width) => (
          <div key={width} className="flex gap-3">
            <Skeleton className="h-4 w-14 shrink-0" />
            <div className="flex-1">
              <Bar width={width} />
            </div>
          </div>
        ))}
      </div>
      <div className="flex w-[28%] flex-col gap-6 p-4 max-wide:hidden">
        {[60, 48, 70].map((width) => (
          <div key={width} className="flex flex-col gap-2.5">
            <Bar width={width} />
            <Skeleton className="h-3 w-4/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
        ))}
      </div>
    </div>
  );
}

function Bar({ width }: { width: number }) {
  return (
    <div style={{ width: `${width}%` }}>
      <Skeleton className="h-3 w-full" />
    </div>
  );
}

'use client';
/** How does one get the rest of a list that comes in pages, and what if it does not come? */

import type { UseInfiniteQueryResult } from '@tanstack/react-query';

import { Button } from './button';
import { RetryNotice } from './retry-notice';

type List = Pick<
  UseInfiniteQueryResult,
  'error' | 'fetchNextPage' | 'hasNextPage' | 'isFetchNextPageError' | 'isFetchingNextPage' | 'refetch'
>;

export interface ListFootProps {
  list: List;
  /** What the list holds, at the beginning of a sentence: "The changes". */
  what: string;
  more?: string;
  /** What there is to know before one asks for more. */
  remark?: string | undefined;
}

export function ListFoot({ list, what, more = 'Load more', remark }: ListFootProps) {
  const retry = list.isFetchNextPageError ? list.fetchNextPage : list.refetch;
  if (list.error) {
    return (
      <div className="p-4">
        <RetryNotice busy={list.isFetchingNextPage} onRetry={() => void retry()}>
          {what} could not be fetched. {list.error.message}
        </RetryNotice>
      </div>
    );
  }
  if (!list.hasNextPage) return null;
  return (
    <div className="grid min-h-14 place-items-center gap-1 py-3">
      {remark && <p className="text-soft">{remark}</p>}
      <Button size="dense" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {more}
      </Button>
    </div>
  );
}

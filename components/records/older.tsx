'use client';
/** How does one see what is older? */

import type { UseInfiniteQueryResult } from '@tanstack/react-query';

import { Button } from '@/components/ui/button';
import { RetryNotice } from '@/components/ui/retry-notice';

type List = Pick<UseInfiniteQueryResult, 'error' | 'fetchNextPage' | 'hasNextPage' | 'isFetchingNextPage'>;

export interface OlderProps {
  list: List;
  /** That a long stretch held nothing that the filter lets through: there may be more before it. */
  isSparse: boolean;
}

export function Older({ list, isSparse }: OlderProps) {
  if (list.error) {
    return (
      <div className="p-4">
        <RetryNotice onRetry={() => void list.fetchNextPage()}>
          What is older could not be fetched. {list.error.message}
        </RetryNotice>
      </div>
    );
  }
  if (!list.hasNextPage) return null;
  return (
    <div className="grid min-h-14 place-items-center gap-1 py-3">
      {isSparse && <p className="text-soft">Nothing of that among the last 100,000 events.</p>}
      <Button size="dense" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {isSparse ? 'Look further back' : 'Older'}
      </Button>
    </div>
  );
}

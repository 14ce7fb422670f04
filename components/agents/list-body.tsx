'use client';
/** What stands in the middle of the page? The agents, why there are none, or why they could not be fetched. */

import { useCallback } from 'react';

import { RetryNotice } from '@/components/ui/retry-notice';
import type { useAgents } from '@/lib/client/use-agents';
import type { AgentRow } from '@/lib/contract';

import { AgentList, AgentListSkeleton } from './agent-list';
import { NoAgents, NoMatch } from './empty-agents';
import type { ListSelection } from './use-selection';

export interface ListBodyProps {
  workspace: string;
  list: ReturnType<typeof useAgents>;
  rows: readonly AgentRow[];
  total: number;
  query: string;
  /** The workspace itself is empty, not only the search. */
  nothingAtAll: boolean;
  chosen: ListSelection;
  /** Null for those who may not. */
  onImport: (() => void) | null;
  onClearSearch: () => void;
}

export function ListBody(props: ListBodyProps) {
  const { workspace, list, rows, total, query, nothingAtAll, chosen, onImport, onClearSearch } = props;
  const { fetchNextPage } = list;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      {list.error && !list.data && (
        <NotFetched message={list.error.message} onRetry={() => void list.refetch()} />
      )}
      {list.isPending && <AgentListSkeleton />}
      {nothingAtAll && <NoAgents workspace={workspace} onImport={onImport} />}
      {list.isSuccess && !nothingAtAll && rows.length === 0 && (
        <NoMatch query={query} onClear={onClearSearch} />
      )}
      {rows.length > 0 && (
        <AgentList
          workspace={workspace}
          rows={rows}
          total={total}
          selection={chosen.selection}
          onSelect={chosen.select}
          onSelectAll={chosen.selectAll}
          onMore={list.hasNextPage ? more : undefined}
          loadingMore={list.isFetchingNextPage}
          failed={list.isFetchNextPageError}
          stale={list.isPlaceholderData}
        />
      )}
    </main>
  );
}

function NotFetched({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className="p-4">
      <RetryNotice onRetry={onRetry}>The agents could not be fetched. {message}</RetryNotice>
    </div>
  );
}

'use client';

/** Which agents are there? The rows that were fetched, and more as one scrolls. */

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import { formatCount } from '@/components/ui/numbers';
import { Skeleton } from '@/components/ui/skeleton';
import type { AgentRow as Row } from '@/lib/contract';

import { AgentRow, rowGrid } from './agent-row';
import type { Selection } from './selection';

export interface AgentListProps {
  workspace: string;
  rows: readonly Row[];
  total: number;
  selection: Selection;
  onSelect: (id: string, shift: boolean) => void;
  onSelectAll: () => void;
  /** Absent when there are no more. */
  onMore?: () => void;
  loadingMore: boolean;
  /** More could not be fetched: it is not tried again by itself. */
  failed: boolean;
  /** Another search is on its way; what stands here is the former one. */
  stale: boolean;
}

export function AgentList(props: AgentListProps) {
  const { workspace, rows, total, selection, onSelect, onSelectAll, onMore, loadingMore, failed, stale } =
    props;
  const chosen = rows.filter(({ id }) => selection.ids.has(id)).length;
  return (
    <div className={classNames('transition-opacity', stale && 'opacity-60')}>
      <div
        className={classNames(
          rowGrid,
          'sticky top-0 z-20 h-8 gap-x-2 border-b border-line bg-surface text-small text-soft max-md:hidden',
        )}
      >
        <label className="flex size-full cursor-pointer items-center justify-center">
          <Checkbox
            aria-label="Select all agents shown"
            checked={chosen > 0 && chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            onChange={onSelectAll}
          />
        </label>
        <span>Status</span>
        <span>Name</span>
        <span>Description</span>
        <span>Model</span>
        <span>Tools</span>
        <span className="text-right max-lg:hidden">Tokens</span>
        <span className="text-right max-lg:hidden">Changed</span>
        <span className="sr-only">By</span>
      </div>
      <ul aria-label={`Agents, ${total} in all`}>
        {rows.map((row) => (
          <AgentRow
            key={row.id}
            row={row}
            href={`/w/${workspace}/agents/${row.id}`}
            selected={selection.ids.has(row.id)}
            onSelect={onSelect}
          />
        ))}
      </ul>
      {onMore && (
        <More shown={rows.length} total={total} busy={loadingMore} failed={failed} onMore={onMore} />
      )}
    </div>
  );
}

interface MoreProps {
  shown: number;
  total: number;
  busy: boolean;
  failed: boolean;
  onMore: () => void;
}

/** Fetches more when it comes into view; a button for those who do not scroll. */
function More({ shown, total, busy, failed, onMore }: MoreProps) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || busy || failed) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onMore();
      },
      { rootMargin: '600px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [busy, failed, onMore]);
  return (
    <div ref={end} className="flex h-14 items-center justify-center gap-3 text-soft">
      {formatCount(shown)} of {formatCount(total)}
      <Button size="dense" busy={busy} onClick={onMore}>
        {failed ? 'Try again' : 'Load more'}
      </Button>
    </div>
  );
}

/** The shape of the list while it is not there. */
export function AgentListSkeleton() {
  return (
    <div aria-hidden="true">
      {[38, 52, 30, 46, 34, 41, 55, 36].map((width) => (
        <div key={width} className="flex h-14 items-center gap-4 border-b border-line px-3.5 md:h-10">
          <Skeleton className="size-4" />
          <Skeleton className="h-3 w-14 max-md:hidden" />
          <Skeleton className="h-3 w-36" />
          <div className="flex-1">
            <div style={{ width: `${width}%` }}>
              <Skeleton className="h-3 w-full" />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}

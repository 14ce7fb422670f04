'use client';

/** Which agents are there? Thousands of rows, of which those in sight are in the document. */

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';

import { classNames } from '@/components/ui/class-names';
import { Skeleton } from '@/components/ui/skeleton';
import { AGENTS_PER_PAGE } from '@/lib/client/agents-key';
import type { AgentPages } from '@/lib/client/use-agent-pages';
import type { AgentSort } from '@/lib/contract';

import { AgentRow, rowGrid, rowPlace } from './agent-row';
import { ListHeadings } from './list-headings';
import type { ListWalk } from './use-list-walk';
import { useRowHeight } from './use-row-height';
import type { ListSelection } from './use-selection';

export interface AgentListProps {
  workspace: string;
  pages: AgentPages;
  chosen: ListSelection;
  walk: ListWalk;
  /** What scrolls. */
  scroller: HTMLElement | null;
  onSort: (sort: AgentSort) => void;
}

/** Rows beyond the edges that are kept ready, and that make their page be fetched. */
const OVERSCAN = 8;
/** Pages that are only scrolled past, so quickly, in milliseconds, are not fetched. */
const PASSING = 60;

export function AgentList({ workspace, pages, chosen, walk, scroller, onSort }: AgentListProps) {
  const { head, shown, total, rowAt, look } = pages;
  const close = head.data?.close ?? [];
  const heights = useRowHeight();
  const count = total + (close.length > 0 ? close.length + 1 : 0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => heights.row,
    overscan: OVERSCAN,
    scrollMargin: heights.heading,
    scrollPaddingStart: heights.heading,
    // What the server renders, which knows of no window.
    initialRect: { width: 1200, height: 900 },
    // The row that has the focus stays, however far one scrolls.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), walk.active, range.count),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are estimated anew when the estimate changes.
  useEffect(() => virtualizer.measure(), [virtualizer, heights.row]);
  walk.attach(virtualizer, count, close.length > 0 ? total : null);
  // Asked for first: it is what works out the range.
  const items = virtualizer.getVirtualItems();
  usePagesInSight(virtualizer.range, look);

  const { selection } = chosen;
  const known = pages.order.filter(Boolean);
  const held = known.filter((id) => selection.ids.has(id)).length;
  const rowProps = {
    size: count - (close.length > 0 ? 1 : 0),
    query: shown.filter.query,
    onSelect: chosen.select,
  };
  return (
    <div className={classNames('transition-opacity', head.isPlaceholderData && 'opacity-60')}>
      <ListHeadings
        sort={shown.sort}
        onSort={onSort}
        chosen={held === 0 ? 'none' : held === known.length ? 'all' : 'some'}
        onSelectKnown={chosen.selectKnown}
      />
      <ul
        aria-label={`Agents, ${total} in all`}
        style={{ height: `calc(var(--row) * ${count})` }}
        className="relative [--row:3.5rem] md:[--row:2.5rem]"
      >
        {items.map(({ index }) => {
          const row = index < total ? rowAt(index) : close[index - total - 1];
          if (index === total && close.length > 0) return <CloseHeading key="close" index={index} />;
          if (!row) return <RowSkeleton key={index} index={index} size={rowProps.size} />;
          const href = `/w/${workspace}/agents/${row.id}`;
          const selected = selection.ids.has(row.id);
          // The heading between is none of the rows.
          const position = index < total ? index + 1 : index;
          return <AgentRow key={row.id} {...{ row, index, position, href, selected }} {...rowProps} />;
        })}
      </ul>
    </div>
  );
}

function withRow(indexes: number[], row: number | null, count: number): number[] {
  if (row === null || row >= count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((a, b) => a - b);
}

/** Has the pages fetched that are in sight, or about to be. */
function usePagesInSight(
  range: { startIndex: number; endIndex: number } | null,
  look: AgentPages['look'],
): void {
  const from = Math.floor(Math.max(0, (range?.startIndex ?? 0) - OVERSCAN) / AGENTS_PER_PAGE);
  const to = Math.floor(((range?.endIndex ?? 0) + OVERSCAN) / AGENTS_PER_PAGE);
  useEffect(() => {
    const timer = setTimeout(() => look({ from, to }), PASSING);
    return () => clearTimeout(timer);
  }, [from, to, look]);
}

function CloseHeading({ index }: { index: number }) {
  return (
    <li
      data-index={index}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={classNames(rowPlace, 'flex items-center bg-sunken pl-11 text-soft')}
    >
      Also close: names that are written almost like it
    </li>
  );
}

/** The shape of a row that is on its way. */
function RowSkeleton({ index, size }: { index: number; size: number }) {
  return (
    <li
      data-index={index}
      aria-setsize={size}
      aria-posinset={index + 1}
      style={{ top: `calc(var(--row) * ${index})` }}
      className={classNames(rowPlace, rowGrid, 'gap-x-2')}
    >
      <span className="sr-only">On its way</span>
      <SkeletonCells index={index} />
    </li>
  );
}

const WIDTHS = ['w-2/5', 'w-1/2', 'w-1/3', 'w-3/5', 'w-2/4'];

function SkeletonCells({ index }: { index: number }) {
  return (
    <>
      <Skeleton className="size-4 justify-self-center max-md:row-span-2" />
      <Skeleton className="h-3 w-14 max-md:hidden" />
      <Skeleton className="h-3 w-36" />
      <Skeleton className={classNames('h-3', WIDTHS[index % WIDTHS.length])} />
    </>
  );
}

/** The shape of the list while it is not there. */
export function AgentListSkeleton() {
  return (
    <div aria-hidden="true" className="[--row:3.5rem] md:[--row:2.5rem]">
      {Array.from({ length: 8 }, (_, index) => index).map((index) => (
        <div key={index} className={classNames(rowGrid, 'h-(--row) gap-x-2 border-b border-line')}>
          <SkeletonCells index={index} />
        </div>
      ))}
    </div>
  );
}

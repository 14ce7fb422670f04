'use client';
/** What stands in the columns, and by which is the list sorted? */

import { ArrowDown, ArrowUp } from 'lucide-react';

import { Checkbox } from '@/components/ui/checkbox';
import { classNames } from '@/components/ui/class-names';
import type { AgentSort } from '@/lib/contract';

import { rowGrid } from './agent-row';
import { reversed, SORT_WORDS, type SortKey } from './sort-words';

export interface ListHeadingsProps {
  sort: AgentSort;
  onSort: (sort: AgentSort) => void;
  /** Whether all rows that are known are chosen, some, or none. */
  chosen: 'all' | 'some' | 'none';
  onSelectKnown: () => void;
}

export function ListHeadings({ sort, onSort, chosen, onSelectKnown }: ListHeadingsProps) {
  const heading = (key: SortKey, label: string, className?: string) => (
    <SortButton sortKey={key} label={label} sort={sort} onSort={onSort} className={className} />
  );
  return (
    <div
      className={classNames(
        rowGrid,
        'sticky top-0 z-20 h-8 gap-x-2 border-b border-line bg-surface text-small text-soft max-md:hidden',
      )}
    >
      <label className="flex size-full cursor-pointer items-center justify-center">
        <Checkbox
          aria-label="Select all agents shown"
          checked={chosen === 'all'}
          indeterminate={chosen === 'some'}
          onChange={onSelectKnown}
        />
      </label>
      {heading('status', 'Status')}
      {heading('name', 'Name')}
      <span>Description</span>
      <span>Model</span>
      <span>Tools</span>
      {heading('tokens', 'Tokens', 'justify-self-end max-lg:hidden')}
      {heading('changed', 'Changed', 'justify-self-end max-lg:hidden')}
    </div>
  );
}

interface SortButtonProps extends Pick<ListHeadingsProps, 'sort' | 'onSort'> {
  sortKey: SortKey;
  label: string;
  className?: string | undefined;
}

function SortButton({ sortKey, label, sort, onSort, className }: SortButtonProps) {
  const isActive = sort === sortKey || sort === reversed(sortKey);
  const next = sort === sortKey ? reversed(sortKey) : sortKey;
  // Names and statuses begin with what is least, the others with what is most.
  const isUp = (sort === sortKey) === (sortKey === 'name' || sortKey === 'status');
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      aria-label={`${label}: sort by ${SORT_WORDS[next].toLowerCase()}`}
      title={isActive ? SORT_WORDS[sort] : undefined}
      onClick={() => onSort(next)}
      className={classNames(
        '-mx-1 flex h-6 items-center gap-0.5 rounded-sm px-1 hover:bg-hover hover:text-ink',
        isActive && 'font-medium text-ink',
        className,
      )}
    >
      {label}
      {isActive && <Arrow className="size-3" aria-hidden="true" />}
    </button>
  );
}

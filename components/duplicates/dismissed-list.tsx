'use client';

/** Which pairs were called not duplicates, by whom and when? Each can be looked at, and taken back. */

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/numbers';
import { TimeAgo } from '@/lib/client/now';
import type { DismissedPair } from '@/lib/contract';

const PAGE = 100;

export interface DismissedListProps {
  pairs: readonly DismissedPair[];
  /** What is looked for in the names; all when empty. */
  query: string;
  onCompare: (pair: DismissedPair) => void;
  /** Absent for those who may not. */
  onTakeBack?: (pair: DismissedPair) => void;
}

export function DismissedList({ pairs, query, onCompare, onTakeBack }: DismissedListProps) {
  const [limit, setLimit] = useState(PAGE);
  const wanted = query.trim().toLowerCase();
  const shown = pairs.filter(({ a, b }) => `${a.title}\n${b.title}`.toLowerCase().includes(wanted));
  if (shown.length === 0) {
    return (
      <EmptyState title={pairs.length === 0 ? 'Every pair is still compared' : `No pair matches “${query}”`}>
        Pairs that somebody calls “not duplicates” stand here, with who said so, and can be taken back.
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={`Pairs that are not duplicates, ${formatCount(shown.length)} in all`}>
        {shown.slice(0, limit).map((pair) => (
          <li
            key={`${pair.a.agentId} ${pair.b.agentId}`}
            className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-1 [contain-intrinsic-size:auto_40px] [content-visibility:auto]"
          >
            <span className="min-w-0 flex-1 font-mono text-code font-medium max-md:basis-full">
              {pair.a.title} <span className="font-sans font-normal text-soft">and</span> {pair.b.title}
            </span>
            <span className="text-soft max-md:flex-1">
              {pair.by}, <TimeAgo time={pair.at} />
            </span>
            <span className="flex gap-2">
              <Button size="dense" onClick={() => onCompare(pair)}>
                Compare
              </Button>
              {onTakeBack && (
                <Button size="dense" onClick={() => onTakeBack(pair)}>
                  Undo
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {shown.length > limit && (
        <div className="flex h-14 items-center justify-center">
          <Button size="dense" onClick={() => setLimit(limit + PAGE)}>
            Show {formatCount(Math.min(PAGE, shown.length - limit))} more
          </Button>
        </div>
      )}
    </>
  );
}

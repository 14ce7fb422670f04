'use client';
/** How good is the result, and is it saved? One line under the header. */

import { TriangleAlert } from 'lucide-react';

import { classNames } from '@/components/ui/class-names';
import { Spinner } from '@/components/ui/spinner';

import { useBoard } from './board-context';
import { metersOf } from './model/board-words';

export interface MetersProps {
  phase: 'saved' | 'saving' | 'failed';
}

export function Meters({ phase }: MetersProps) {
  const { board, stale, canEdit } = useBoard();
  const meters = metersOf(board.proposal.metrics, board.savedTokens);
  return (
    <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4 py-1 text-small whitespace-nowrap max-md:px-3">
      <dl aria-label="Figures of the result" className="flex flex-wrap items-center gap-x-4 gap-y-0.5">
        {meters.map(({ label, value, detail, attention }) => (
          <div key={label} title={detail} className="flex items-center gap-1">
            <dt className="text-soft">{label}</dt>
            <dd className="flex items-center gap-1 font-medium">
              {value}
              {attention && (
                <TriangleAlert className="size-3 text-attention" role="img" aria-label="look at this" />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {canEdit && (
        <span
          className={classNames(
            'ml-auto flex items-center gap-1.5 text-soft',
            // On a phone the line is for the figures: only what is not so yet is worth one of its own.
            !stale && phase !== 'failed' && 'max-md:sr-only',
          )}
        >
          {phase === 'failed' ? (
            'Not saved'
          ) : stale ? (
            <>
              <Spinner className="size-3" /> {phase === 'saving' ? 'Saving…' : 'Working out the result…'}
            </>
          ) : (
            'Draft saved'
          )}
        </span>
      )}
    </div>
  );
}

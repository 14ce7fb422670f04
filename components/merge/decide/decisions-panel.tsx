'use client';
/** What was decided so far? Each decision can be taken back; those that no longer apply are told apart. */

import { X } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Notice } from '@/components/ui/status';

import { useBoard } from '../board-context';
import { groupWords } from '../model/board-words';
import { groupDecisions } from '../model/decision-groups';
import { sameDecision } from '../model/decision-list';
import { isFusedInVain } from '../model/effect';

export function DecisionsPanel() {
  const { board, decisions, names, stale, canEdit, acts } = useBoard();
  const idle = board.proposal.idle.flatMap((at) => board.decisions[at] ?? []);
  const idleNow = decisions.filter((decision) => idle.some((other) => sameDecision(other, decision)));
  if (decisions.length === 0) {
    return (
      <EmptyState title="Nothing decided yet">
        {canEdit
          ? 'Everything stands as it was proposed. What you decide is listed here, and each of it can be taken back.'
          : 'Everything stands as it was proposed.'}
      </EmptyState>
    );
  }
  const one = idleNow.length === 1;
  const groups = groupDecisions(decisions, (unit) => names.unit(unit)?.source ?? null);
  return (
    <div className="flex flex-col gap-2 p-2">
      {idleNow.length > 0 && (
        <Notice
          tone="attention"
          actions={
            canEdit && (
              <Button
                size="dense"
                onClick={() => acts.withdraw('What no longer applied is removed', ...idleNow)}
              >
                Remove {one ? 'it' : 'them'}
              </Button>
            )
          }
        >
          {one ? '1 decision no longer applies' : `${idleNow.length} decisions no longer apply`}: what they
          were about is not in the sources any more.
        </Notice>
      )}
      <ol aria-label="Decisions, the latest first" className="divide-y divide-line">
        {groups.reverse().map((group) => (
          <Row
            key={JSON.stringify(group[0])}
            words={groupWords(group, names)}
            isIdle={group.every((decision) => idleNow.includes(decision))}
            isVain={!stale && group.some((decision) => isFusedInVain(decision, board.proposal))}
            onRemove={canEdit ? () => acts.withdraw('Taken back', ...group) : null}
          />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  words: string;
  isIdle: boolean;
  isVain: boolean;
  onRemove: (() => void) | null;
}

function Row({ words, isIdle, isVain, onRemove }: RowProps) {
  return (
    <li className="flex items-start gap-2 py-1 pl-1">
      <span className={`min-w-0 flex-1 py-1 wrap-anywhere ${isIdle ? 'text-soft' : ''}`}>
        {words}
        {isIdle && <span className="block text-small text-attention">no longer applies</span>}
        {isVain && (
          <span className="block text-small text-attention">
            The merge found no way to say them in one line: write it yourself in one of them and drop the
            others.
          </span>
        )}
      </span>
      {onRemove && (
        <IconButton
          size="dense"
          label={`Take back: ${words}`}
          side="left"
          icon={<X className="size-3.5" aria-hidden="true" />}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

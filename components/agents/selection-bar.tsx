'use client';

/** What can be done with the chosen agents? A bar that rises at the foot. */

import { Combine, Download, PenLine, ScrollText, Tags, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatCount } from '@/components/ui/numbers';

import { isDangerous, MOVE_VERBS, type Move } from './list-commands';
import { MoveIcon } from './move-icons';
import type { ListSelection } from './use-selection';

/** A phone has room for the words alone. */
const ON_A_DESK = 'size-4 max-sm:hidden';

/** Making the chosen agents one; absent for those who may not. */
export interface MergeOffer {
  /** The most agents that a merge takes. */
  most: number;
  busy: boolean;
  onMerge: () => void;
}

/** Proposing what was saved of the chosen agents for publishing; absent where nothing is published, and for those who may not. */
export interface ProposeOffer {
  /** The most agents that are proposed from here. */
  most: number;
  onPropose: () => void;
}

export interface SelectionBarProps {
  chosen: ListSelection;
  /** How many agents match, of which all can be chosen. */
  total: number;
  /** Absent where nothing can be exported. */
  onExport?: (() => void) | undefined;
  merge?: MergeOffer | undefined;
  propose?: ProposeOffer | undefined;
  /** Absent for those who may not. */
  onTag?: (() => void) | undefined;
  /** Opens the dialog that changes them all; absent for those who may not. */
  onChange?: (() => void) | undefined;
  moves: readonly Move[];
  /** The one that is under way. */
  busy: Move | null;
  onMove: (move: Move) => void;
}

export function SelectionBar({
  chosen,
  total,
  onExport,
  merge,
  propose,
  onTag,
  onChange,
  moves,
  busy,
  onMove,
}: SelectionBarProps) {
  const { size } = chosen.selection.ids;
  return (
    <section
      aria-label="Selected agents"
      className="order-last flex shrink-0 items-center gap-2 border-t border-line bg-raised px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] starting:translate-y-2 starting:opacity-0 transition-[translate,opacity] max-md:flex-wrap"
    >
      <IconButton
        label="Clear the selection"
        shortcut="Esc"
        side="top"
        icon={<X className="size-4" />}
        onClick={chosen.clear}
      />
      <span aria-live="polite" className="font-medium">
        {merge?.busy ? `Reading ${size} agents…` : `${formatCount(size)} selected`}
      </span>
      <Unseen count={chosen.unseen} />
      {size < total && (
        <Button tone="quiet" className="text-accent!" onClick={chosen.selectAll}>
          Select all {formatCount(total)} that match
        </Button>
      )}
      <div className="ml-auto flex min-w-0 items-center gap-2 max-md:w-full max-md:overflow-x-auto">
        {onExport && (
          <Button icon={<Download className={ON_A_DESK} />} onClick={onExport}>
            Export
          </Button>
        )}
        {merge && <MergeButton count={size} {...merge} />}
        {propose && (
          <Button
            icon={<ScrollText className={ON_A_DESK} />}
            disabled={size > propose.most}
            title={size > propose.most ? `At most ${propose.most} agents are proposed from here` : undefined}
            onClick={propose.onPropose}
          >
            Propose…
          </Button>
        )}
        {onChange && (
          <Button icon={<PenLine className={ON_A_DESK} />} onClick={onChange}>
            Change…
          </Button>
        )}
        {onTag && (
          <Button icon={<Tags className={ON_A_DESK} />} onClick={onTag}>
            Tags…
          </Button>
        )}
        {moves.map((move) => (
          <Button
            key={move}
            tone={isDangerous(move) ? 'danger' : 'plain'}
            icon={<MoveIcon move={move} className={ON_A_DESK} />}
            busy={busy === move}
            onClick={() => onMove(move)}
          >
            {MOVE_VERBS[move]}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Chosen agents that the list does not show. */
function Unseen({ count }: { count: number | null }) {
  if (count === 0) return null;
  return (
    <span className="min-w-0 truncate text-soft">
      {count === null ? 'some of them perhaps not shown' : `${formatCount(count)} of them not shown`}
    </span>
  );
}

function MergeButton({ count, most, busy, onMerge }: MergeOffer & { count: number }) {
  const reason =
    count < 2
      ? 'Select at least two agents'
      : count > most
        ? `A merge takes at most ${most} agents`
        : undefined;
  return (
    <Button
      icon={<Combine className={ON_A_DESK} />}
      busy={busy}
      disabled={reason !== undefined}
      title={reason}
      onClick={onMerge}
    >
      Merge…
    </Button>
  );
}

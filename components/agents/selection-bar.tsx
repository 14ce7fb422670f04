'use client';

/** What can be done with the chosen agents? A bar that rises at the foot. */

import { Combine, Download, Trash2, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { formatCount } from '@/components/ui/numbers';

/** A phone has room for the words alone. */
const ON_A_DESK = 'size-4 max-sm:hidden';

/** Making the chosen agents one; absent for those who may not. */
export interface MergeOffer {
  /** The most agents that a merge takes. */
  most: number;
  busy: boolean;
  onMerge: () => void;
}

export interface SelectionBarProps {
  count: number;
  onClear: () => void;
  onExport: () => void;
  merge?: MergeOffer;
  /** Absent for those who may not. */
  onDelete?: () => void;
}

export function SelectionBar({ count, onClear, onExport, merge, onDelete }: SelectionBarProps) {
  return (
    <section
      aria-label="Selected agents"
      className="order-last flex shrink-0 items-center gap-2 border-t border-line bg-raised px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] starting:translate-y-2 starting:opacity-0 transition-[translate,opacity]"
    >
      <IconButton
        label="Clear the selection"
        shortcut="Esc"
        side="top"
        icon={<X className="size-4" />}
        onClick={onClear}
      />
      <span aria-live="polite" className="min-w-0 flex-1 font-medium">
        {merge?.busy ? `Reading ${count} agents…` : `${formatCount(count)} selected`}
      </span>
      <Button icon={<Download className={ON_A_DESK} />} onClick={onExport}>
        Export
      </Button>
      {merge && <MergeButton count={count} {...merge} />}
      {onDelete && (
        <Button tone="danger" icon={<Trash2 className={ON_A_DESK} />} onClick={onDelete}>
          Delete
        </Button>
      )}
    </section>
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

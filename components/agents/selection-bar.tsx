'use client';
/** What can be done with the chosen agents? A bar that rises at the foot. */

import { Download, Trash2, X } from 'lucide-react';

import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export interface SelectionBarProps {
  count: number;
  onClear: () => void;
  onExport: () => void;
  /** Absent for those who may not. */
  onDelete?: () => void;
}

export function SelectionBar({ count, onClear, onExport, onDelete }: SelectionBarProps) {
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
      <span aria-live="polite" className="flex-1 font-medium">
        {count.toLocaleString('en-US')} selected
      </span>
      <Button icon={<Download className="size-4" />} onClick={onExport}>
        Export
      </Button>
      {onDelete && (
        <Button tone="danger" icon={<Trash2 className="size-4" />} onClick={onDelete}>
          Delete
        </Button>
      )}
    </section>
  );
}

'use client';
/** Shall these agents go for good? Asked, because nothing brings them back. */

import { AlertDialog } from '@/components/ui/alert-dialog';

import type { Chosen } from './list-commands';
import { formatAgents } from './row-words';

export interface PurgeDialogProps {
  /** Null closes. */
  chosen: Chosen | null;
  busy: boolean;
  onClose: () => void;
  onConfirm: (chosen: Chosen) => void;
}

export function PurgeDialog({ chosen, busy, onClose, onConfirm }: PurgeDialogProps) {
  return (
    <AlertDialog
      open={chosen !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Delete ${formatAgents(chosen?.count ?? 0)} for good?`}
      confirm="Delete for good"
      busy={busy}
      onConfirm={() => chosen && onConfirm(chosen)}
    >
      All their versions go with them, and nothing brings them back.
    </AlertDialog>
  );
}

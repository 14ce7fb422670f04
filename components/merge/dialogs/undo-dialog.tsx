'use client';
/** Are all sources to come back as they were? */

import { useRouter } from 'next/navigation';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import { useAgentLists } from '@/lib/client/use-agents';
import type { Action, UndoMergeInput, UndoMergeResult } from '@/lib/contract';

import { useBoard } from '../board-context';

export interface UndoDialogProps {
  open: boolean;
  onClose: () => void;
  undoMerge: Action<UndoMergeInput, UndoMergeResult>;
}

export function UndoDialog({ open, onClose, undoMerge }: UndoDialogProps) {
  const { workspace, board } = useBoard();
  const router = useRouter();
  const { refresh } = useAgentLists(workspace);
  const undo = useAction(undoMerge, ({ edited }) => {
    void refresh();
    const kept = edited ? '; what was changed in the result since is kept in its history' : '';
    showToast({ text: `The merge is undone: the sources are back in the list${kept}`, tone: 'good' });
    router.push(`/w/${workspace}/agents`);
  });
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Undo this merge?"
      confirm="Undo merge"
      busy={undo.busy}
      onConfirm={() => undo.run({ workspace, mergeId: board.mergeId })}
    >
      The {board.sources.length} sources come back as they were before. What was changed in{' '}
      {board.result?.title ?? 'the result'} since then stays in its history.
      {undo.error && <p className="mt-2 text-bad">{undo.error.message}</p>}
    </AlertDialog>
  );
}

'use client';
/** Is this draft to go, decisions and all? */

import { useRouter } from 'next/navigation';

import { AlertDialog } from '@/components/ui/alert-dialog';
import { showToast } from '@/components/ui/toaster';
import { useAction } from '@/lib/client/use-action';
import type { Action, DiscardMergeInput } from '@/lib/contract';

export interface DiscardDialogProps extends DiscardMergeInput {
  open: boolean;
  onClose: () => void;
  discardMerge: Action<DiscardMergeInput, unknown>;
}

export function DiscardDialog({ open, onClose, workspace, mergeId, discardMerge }: DiscardDialogProps) {
  const router = useRouter();
  const discard = useAction(discardMerge, () => {
    showToast({ text: 'The draft is thrown away' });
    router.push(`/w/${workspace}/merges`);
  });
  return (
    <AlertDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title="Throw this draft away?"
      confirm="Throw away"
      busy={discard.busy}
      onConfirm={() => discard.run({ workspace, mergeId })}
    >
      What was decided here cannot be brought back. The sources are untouched.
      {discard.error && <p className="mt-2 text-bad">{discard.error.message}</p>}
    </AlertDialog>
  );
}

'use client';
/** What is unsaved on this device, and what shall become of it? Loaded on demand. */

import { Download } from 'lucide-react';

import { Button, ButtonLink } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { showToast } from '@/components/ui/toaster';
import type { Draft } from '@/lib/client/drafts/draft';
import { draftsOnDevice } from '@/lib/client/drafts/this-device';
import { TimeAgo } from '@/lib/client/now';

import { downloadText } from './download-text';

export interface DraftsDialogProps {
  drafts: readonly Draft[];
  onClose: () => void;
  onGone: (draft: Draft) => void;
}

export function DraftsDialog({ drafts, onClose, onGone }: DraftsDialogProps) {
  function discard(draft: Draft) {
    if (drafts.length === 1) onClose();
    onGone(draft);
    void draftsOnDevice().remove([draft.id]);
    showToast({ text: `The unsaved changes of ${draft.title} were discarded.` });
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Unsaved changes on this device"
      description="Open an agent to restore or compare its changes. A download has the unsaved text, also of an agent that is gone."
    >
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-mono text-code">{draft.title}</p>
              <p className="text-small text-soft">
                {draft.kind === 'agent' ? `made on version ${draft.base.number}` : 'not created yet'} ·{' '}
                <TimeAgo time={draft.changedAt} />
              </p>
            </div>
            <div className="flex items-center gap-2">
              <IconButton
                label={`Download the unsaved text of ${draft.title}`}
                icon={<Download className="size-4" aria-hidden="true" />}
                onClick={() => download(draft)}
              />
              <Button size="dense" onClick={() => discard(draft)}>
                Discard
              </Button>
              <ButtonLink
                size="dense"
                tone="primary"
                prefetch={false}
                href={`/w/${draft.workspace}/agents/${draft.kind === 'agent' ? draft.agentId : 'new'}`}
              >
                Open
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function download(draft: Draft): void {
  downloadText(draft.title, draft.kind === 'agent' ? draft.text : Object.values(draft.fields).join('\n'));
}

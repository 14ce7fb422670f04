'use client';

/** How does somebody set a new password who forgot theirs? By a link that an owner makes and hands over. */

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/status';
import { useAction } from '@/lib/client/use-action';
import type { Action, CreateResetLinkInput, MemberRow, ResetLink } from '@/lib/contract';

export interface ResetLinkDialogProps {
  workspace: string;
  member: MemberRow;
  createResetLink: Action<CreateResetLinkInput, ResetLink>;
  onClose: () => void;
}

export function ResetLinkDialog({ workspace, member, createResetLink, onClose }: ResetLinkDialogProps) {
  const [link, setLink] = useState<ResetLink | null>(null);
  const making = useAction(createResetLink, setLink);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`A new password for ${member.name}`}
      persistent={link !== null}
      footer={
        link ? (
          <DialogClose render={<Button>Done</Button>} />
        ) : (
          <>
            <DialogClose render={<Button>Cancel</Button>} />
            <Button
              tone="primary"
              busy={making.busy}
              onClick={() => making.run({ workspace, userId: member.userId })}
            >
              Make the link
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {making.error && <Notice tone="bad">{making.error.message}</Notice>}
        {link ? (
          <>
            <p>Give this link to {member.name} and nobody else. It is shown only now.</p>
            <CopyField value={link.url} label={`Link for ${member.name}`} />
          </>
        ) : (
          <p>
            Whoever opens the link sets a new password for {member.email} and is signed in. It works once, for
            one hour. {member.name} is signed out everywhere by it, and sees on the account page that you made
            it.
          </p>
        )}
      </div>
    </Dialog>
  );
}

'use client';
/** Which agent lies in the clipboard? Its text, pasted into a field. */

import { useRef, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { PickedFile } from '@/lib/client/dropped-files';

import { pastedFile } from './use-paste';

export interface PasteDialogProps {
  open: boolean;
  onText: (files: readonly PickedFile[]) => void;
  onClose: () => void;
}

export function PasteDialog({ open, onText, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const close = () => {
    setText('');
    onClose();
  };
  const look = () => {
    const file = pastedFile(text);
    close();
    onText([file]);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      initialFocus={field}
      title="Paste an agent"
      description="You can also paste onto the list itself, files too."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button tone="primary" disabled={text.trim() === ''} onClick={look}>
            Look at it
          </Button>
        </>
      }
    >
      <Field label="Text of the file" help="With its front matter: the block between two lines of ---.">
        <Textarea
          ref={field}
          rows={12}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="font-mono text-code"
          spellCheck={false}
        />
      </Field>
    </Dialog>
  );
}

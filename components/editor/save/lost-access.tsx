'use client';
/** The right to change the agent was taken while it was open: what becomes of what was typed? Loaded on demand. */

import { downloadText } from '@/components/drafts/download-text';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/status';
import type { ActionError } from '@/lib/contract';

import { useEditor, useFilePart } from '../context';
import { textAt } from '../form/values';
import { copyText } from './copy-text';

export interface LostAccessProps {
  error: ActionError;
  /** Whether something on the screen is nowhere else. */
  isOwn: boolean;
}

export function LostAccess({ error, isOwn }: LostAccessProps) {
  const { kept } = useEditor();
  const isOut = error.code === 'not_found';
  return (
    <Notice
      tone="bad"
      actions={
        <div className="flex flex-wrap gap-2 max-md:basis-full">
          {isOwn && <Copy />}
          {isOwn && <Download />}
          {isOut && (
            <ButtonLink size="dense" prefetch={false} href="/">
              Go to my workspace
            </ButtonLink>
          )}
        </div>
      }
    >
      {error.message}{' '}
      {isOwn ? fateOf(kept !== 'nowhere', isOut) : 'The text stays here until you leave this page.'}
    </Notice>
  );
}

function fateOf(isKept: boolean, isOut: boolean): string {
  if (!isKept)
    return 'Your last changes were not taken, and there is no room for them on this device: take them along.';
  return isOut
    ? 'Your last changes were not taken. They are kept on this device.'
    : 'Your last changes were not taken. They are kept on this device, and are sent when you may edit again.';
}

function Copy() {
  const { store } = useEditor();
  return (
    <Button size="dense" onClick={() => void copyText(store.getFile().text)}>
      Copy the text
    </Button>
  );
}

function Download() {
  const { store } = useEditor();
  const name = useFilePart((file) => textAt(file, 'name'));
  return (
    <Button size="dense" onClick={() => downloadText(name, store.getFile().text)}>
      Download
    </Button>
  );
}

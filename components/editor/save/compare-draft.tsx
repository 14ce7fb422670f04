'use client';
/** What would a draft that was left behind change? Loaded on demand. */

import { useEffect, useState } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/status';
import type { AgentDraft } from '@/lib/client/drafts/draft';

import { clock } from '../clock';
import { useEditor } from '../context';
import { copyText } from './copy-text';
import { type DraftFate, fateOf } from './left-draft';
import { TextDiff } from './text-diff';

export interface CompareDraftProps {
  draft: AgentDraft;
  onClose: () => void;
  onRestore: () => void;
  onDiscard: () => void;
}

export function CompareDraft({ draft, onClose, onRestore, onDiscard }: CompareDraftProps) {
  const { store, readOnly } = useEditor();
  const [screen] = useState(() => store.getFile().text);
  const [fate, setFate] = useState<DraftFate | null>(null);
  useEffect(() => void fateOf(draft, () => screen).then(setFate), [draft, screen]);
  const after = fate && 'text' in fate ? fate.text : draft.text;
  const act = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="wide"
      title={`Unsaved changes of ${clock(draft.changedAt)}`}
      description={`Made on version ${draft.base.number}. Below: what restoring them changes in the text that is on the screen.`}
      footer={
        <>
          <Button tone="danger" onClick={act(onDiscard)}>
            Discard
          </Button>
          <Button onClick={() => void copyText(draft.text)}>Copy the text</Button>
          {!readOnly && (
            <Button tone="primary" onClick={act(onRestore)}>
              Restore
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {fate?.kind === 'clash' && (
          <Notice tone="attention">
            Some of the same lines were changed since. Restoring shows both texts side by side, and you choose
            line by line.
          </Notice>
        )}
        {fate && <TextDiff before={screen} after={after} label="What restoring changes" />}
      </div>
    </Dialog>
  );
}

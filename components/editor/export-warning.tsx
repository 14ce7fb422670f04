'use client';
/** Is that really the file one wants to hand on? Asked when it would not load, or is older than the screen. */

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

import { useEditor } from './context';

export interface ExportWarningProps {
  kind: 'download' | 'copy';
  onClose: () => void;
  onGo: () => void;
}

export function ExportWarning({ kind, onClose, onGo }: ExportWarningProps) {
  const { store, session, readOnly } = useEditor();
  const { verdict } = store.getFile();
  const isStale = kind === 'download' && session.isUnsaved;
  const verb = kind === 'download' ? 'Download' : 'Copy';
  const go = () => {
    onClose();
    onGo();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      size="narrow"
      title={
        verdict.loads ? 'The screen has changes that are not saved' : 'Claude Code will not load this file'
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone={isStale && !readOnly ? 'plain' : 'primary'} onClick={go}>
            {isStale ? 'Download the saved text' : `${verb} anyway`}
          </Button>
          {isStale && !readOnly && (
            <Button
              tone="primary"
              onClick={async () => {
                await session.save();
                if (!session.isUnsaved) go();
                else onClose();
              }}
            >
              Save and download
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {!verdict.loads && (
          <ul className="flex list-disc flex-col gap-1.5 pl-5">
            {verdict.reasons.map((reason) => (
              <li key={`${reason.code}-${reason.line}`}>
                Line {reason.line}: {reason.message}
              </li>
            ))}
          </ul>
        )}
        {isStale && <p>A download has the text of the last save, not what is on the screen.</p>}
      </div>
    </Dialog>
  );
}

'use client';
/** How do files come in? Through the picker or dropped anywhere; then a dialog says what became of each. */

import { lazy, type RefObject } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';
import { readPickedFiles } from '@/lib/client/dropped-files';

import { DropZone } from './drop-zone';
import { useImport } from './use-import';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }));

export interface ImportFilesProps {
  workspace: string;
  maxFileBytes: number;
  /** Pressed by whatever offers to import. */
  picker: RefObject<HTMLInputElement | null>;
  canDrop: boolean;
  onEnd: () => void;
}

export function ImportFiles({ workspace, maxFileBytes, picker, canDrop, onEnd }: ImportFilesProps) {
  const importing = useImport(workspace, maxFileBytes, onEnd);
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".md,.markdown,text/markdown"
        multiple
        hidden
        aria-label="Agent files"
        onChange={(event) => {
          importing.start(readPickedFiles(event.target.files));
          event.target.value = '';
        }}
      />
      <DropZone onFiles={canDrop ? importing.start : null} />
      <OnceWanted wanted={importing.lines.length > 0}>
        <ImportDialog workspace={workspace} running={importing} />
      </OnceWanted>
    </>
  );
}

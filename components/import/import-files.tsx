'use client';
/** How do files come in? Picked, dropped anywhere or pasted; then a dialog says what each is and what became of it. */

import { lazy, type Ref, useCallback, useImperativeHandle, useRef, useState } from 'react';

import { OnceWanted } from '@/components/ui/once-wanted';
import { type PickedFile, readPickedFiles } from '@/lib/client/dropped-files';
import type { ImportLimits } from '@/lib/contract';

import { DropZone } from './drop-zone';
import type { ImportDoor } from './import-door';
import { usePaste } from './use-paste';

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }));
const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog')).PasteDialog }));

export interface ImportFilesProps {
  workspace: string;
  limits: ImportLimits;
  canImport: boolean;
  /** Called when something was imported. */
  onWritten: () => void;
  /** Opens the pickers. */
  ref: Ref<ImportDoor>;
}

export function ImportFiles({ workspace, limits, canImport, onWritten, ref }: ImportFilesProps) {
  const pickers = {
    files: useRef<HTMLInputElement>(null),
    folder: useRef<HTMLInputElement>(null),
    zip: useRef<HTMLInputElement>(null),
  };
  const [brought, setBrought] = useState<readonly PickedFile[] | null>(null);
  const [pasting, setPasting] = useState(false);
  // What comes while an import is open has to wait: its files would be lost among the others.
  const bring = useCallback((files: readonly PickedFile[]) => {
    setPasting(false);
    setBrought((open) => open ?? (files.length > 0 ? files : null));
  }, []);
  usePaste(canImport ? bring : null);
  useImperativeHandle(ref, () => ({
    open: (way) => (way === 'paste' ? setPasting(true) : pickers[way].current?.click()),
  }));
  return (
    <>
      <Picker
        ref={pickers.files}
        label="Agent files"
        onFiles={bring}
        accept=".md,.markdown,.zip,text/markdown"
      />
      <Picker ref={pickers.folder} label="Folder of agents" onFiles={bring} folder />
      <Picker ref={pickers.zip} label="Zip of agents" onFiles={bring} accept=".zip,application/zip" />
      <DropZone onFiles={canImport ? bring : null} most={limits.files} />
      <OnceWanted wanted={brought !== null}>
        <ImportDialog
          workspace={workspace}
          limits={limits}
          files={brought}
          onWritten={onWritten}
          onClose={() => setBrought(null)}
        />
      </OnceWanted>
      <OnceWanted wanted={pasting}>
        <PasteDialog open={pasting} onText={bring} onClose={() => setPasting(false)} />
      </OnceWanted>
    </>
  );
}

interface PickerProps {
  ref: Ref<HTMLInputElement>;
  label: string;
  accept?: string;
  folder?: boolean;
  onFiles: (files: readonly PickedFile[]) => void;
}

function Picker({ ref, label, accept, folder = false, onFiles }: PickerProps) {
  return (
    <input
      ref={ref}
      type="file"
      aria-label={label}
      accept={accept}
      multiple
      hidden
      // React passes on what it does not know, but only as text.
      {...(folder && { webkitdirectory: '' })}
      onChange={(event) => {
        onFiles(readPickedFiles(event.target.files));
        event.target.value = '';
      }}
    />
  );
}

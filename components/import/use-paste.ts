'use client';
/** Was something pasted onto the page that could be agents? Files, or a text with front matter. */

import { useEffect, useRef } from 'react';

import { isForPage } from '@/components/ui/use-page-keys';
import { type PickedFile, readPickedFiles } from '@/lib/client/dropped-files';

import { fileNameOf, looksLikeAgent } from './model/pasted';

/** Hears what is pasted while nothing is typed and nothing lies over the page; null hears nothing. */
export function usePaste(onFiles: ((files: readonly PickedFile[]) => void) | null): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const { clipboardData } = event;
      if (!clipboardData || !latest.current || !isForPage(event)) return;
      const text = clipboardData.getData('text/plain');
      const files =
        clipboardData.files.length > 0
          ? readPickedFiles(clipboardData.files)
          : looksLikeAgent(text)
            ? [pastedFile(text)]
            : [];
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    }
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}

/** The file that a pasted text would be. */
export function pastedFile(text: string): PickedFile {
  const path = fileNameOf(text);
  return { file: new File([text], path, { type: 'text/markdown' }), path };
}

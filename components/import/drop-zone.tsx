'use client';
/** Are files held over the page? Then say what letting go does; they may be dropped anywhere. */

import { FileDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { useIsDue } from '@/components/shell/shell-context';
import { formatCount } from '@/components/ui/numbers';
import { showToast } from '@/components/ui/toaster';
import { type PickedFile, readDroppedFiles } from '@/lib/client/dropped-files';

export interface DropZoneProps {
  /** Null when this person may not import: the drop is still caught, so that the browser does not open the file. */
  onFiles: ((files: PickedFile[]) => void) | null;
  /** Files of folders beyond these are not read. */
  most: number;
}

const UNREADABLE =
  'The browser could not read what was dropped. Use Import and choose the files or the folder.';

/** What is said while files are held over the page. */
const IMPORT = ['Let go to import', 'Agent files, folders that hold them, or a zip'] as const;
const VIEWER = ['Viewers cannot import', 'An owner or admin can give you the editor role'] as const;
const DUE = ['Nothing can be imported now', 'This workspace waits for its deletion'] as const;

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

export function DropZone({ onFiles, most }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const [found, setFound] = useState<number | null>(null);
  const isDue = useIsDue();
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const stop = new AbortController();
    const listen = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) =>
      window.addEventListener(name, (event) => holdsFiles(event) && run(event), { signal: stop.signal });
    listen('dragenter', () => setOver(true));
    listen('dragover', (event) => {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current ? 'copy' : 'none';
    });
    // Leaving the window, not merely passing from one element to the next.
    listen('dragleave', (event) => event.relatedTarget === null && setOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const { dataTransfer } = event;
      const then = latest.current;
      if (!dataTransfer || !then) return;
      // A folder of thousands takes a while to be walked through.
      const reading = { most, onFound: (count: number) => count % 100 === 0 && setFound(count) };
      void readDroppedFiles(dataTransfer, reading)
        .then(then)
        .catch(() => showToast({ text: UNREADABLE, tone: 'bad' }))
        .finally(() => setFound(null));
    });
    return () => stop.abort();
  }, [most]);

  const [words, detail] = onFiles ? IMPORT : isDue ? DUE : VIEWER;
  if (found !== null) return <Found count={found} />;
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-2 z-50 grid place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/95">
      <div className="flex flex-col items-center gap-2 text-center">
        <FileDown className="size-6 text-accent" aria-hidden="true" />
        <p className="text-heading">{words}</p>
        <p className="text-soft">{detail}</p>
      </div>
    </div>
  );
}

function Found({ count }: { count: number }) {
  return (
    <div className="floating fixed bottom-4 left-1/2 z-50 -translate-x-1/2 px-4 py-2" role="status">
      Looking through the folder: {formatCount(count)} files so far
    </div>
  );
}

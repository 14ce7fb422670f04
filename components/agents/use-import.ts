'use client';
/** How far is the import, and how is it stopped? */

import { useCallback, useRef, useState } from 'react';

import type { PickedFile } from '@/lib/client/dropped-files';
import { runQueue } from '@/lib/client/queue';
import { requestJson } from '@/lib/client/request';
import type { ImportOutcome } from '@/lib/contract';

import { type ImportLine, settleLine, startLines } from './import-lines';

/** How many files are sent at once: HTTP/1.1 gives a page six connections, and the list wants one. */
const AT_ONCE = 4;
const REDRAW = 150;

export interface Import {
  lines: readonly ImportLine[];
  running: boolean;
  start: (files: readonly PickedFile[]) => void;
  cancel: () => void;
  /** Forgets the lines; not while it runs. */
  close: () => void;
}

/** Sends files to the workspace a few at a time; `onEnd` is called when the last one has its fate. */
export function useImport(workspace: string, maxBytes: number, onEnd: () => void): Import {
  const [lines, setLines] = useState<readonly ImportLine[]>([]);
  const [running, setRunning] = useState(false);
  const stop = useRef<AbortController | null>(null);

  const start = useCallback(
    (files: readonly PickedFile[]) => {
      if (stop.current || files.length === 0) return;
      const controller = new AbortController();
      stop.current = controller;
      const current = startLines(
        files.map(({ file, path }) => ({ path, bytes: file.size })),
        maxBytes,
      );
      const waiting = [...current.keys()].filter((index) => current[index]?.state === 'waiting');
      const show = () => setLines([...current]);
      // Not after each file: thousands would spend their time in drawing the list.
      const drawing = setInterval(show, REDRAW);
      show();
      setRunning(true);
      void runQueue(waiting, {
        concurrency: AT_ONCE,
        signal: controller.signal,
        task: (index, signal) => send(workspace, files[index] as PickedFile, signal),
        onSettled: (at, settled) => {
          const index = waiting[at] as number;
          current[index] = settleLine(current[index] as ImportLine, settled);
        },
      }).then(() => {
        clearInterval(drawing);
        show();
        stop.current = null;
        setRunning(false);
        onEnd();
      });
    },
    [workspace, maxBytes, onEnd],
  );

  const cancel = useCallback(() => stop.current?.abort(), []);
  const close = useCallback(() => {
    if (!stop.current) setLines([]);
  }, []);
  return { lines, running, start, cancel, close };
}

function send(workspace: string, { file, path }: PickedFile, signal: AbortSignal): Promise<ImportOutcome> {
  const search = new URLSearchParams({ name: file.name, path });
  return requestJson<ImportOutcome>(`/api/w/${workspace}/import?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal,
  });
}

'use client';
/** Which import is going on, and how far is it? */

import { useEffect, useState, useSyncExternalStore } from 'react';

import type { PickedFile } from '@/lib/client/dropped-files';
import { sendImport } from '@/lib/client/import-request';
import type { ImportLimits } from '@/lib/contract';

import { ImportSession, type ImportState } from './model/import-session';

export interface UseImportOptions {
  workspace: string;
  limits: ImportLimits;
  files: readonly PickedFile[] | null;
  onWritten: () => void;
}

const never = () => () => undefined;
const nothing = () => null;

/** The import of `files`, which begins with its preview as soon as there are some; null without. */
export function useImport(options: UseImportOptions): { session: ImportSession; state: ImportState } | null {
  const { workspace, limits, files, onWritten } = options;
  const [session, setSession] = useState<ImportSession | null>(null);
  useEffect(() => {
    if (!files) return setSession(null);
    const begun = new ImportSession({ workspace, limits, send: sendImport, onWritten }, files);
    setSession(begun);
    void begun.preview();
    return begun.stop;
  }, [workspace, limits, files, onWritten]);
  const state = useSyncExternalStore(session?.subscribe ?? never, session?.getState ?? nothing, nothing);
  useLeaveWarning(state?.stage === 'writing');
  return session && state ? { session, state } : null;
}

/** While files are being written the browser asks before it leaves the page. */
function useLeaveWarning(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [wanted]);
}

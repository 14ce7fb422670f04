'use client';
/** What was decided here since the server worked the board out? */

import { useEffect, useState, useSyncExternalStore } from 'react';

import { callAction } from '@/lib/client/use-action';
import type { Action, MergeBoard, SaveMergeInput, SaveMergeResult } from '@/lib/contract';

import { BoardSession } from './model/board-session';

export interface BoardDataOptions {
  workspace: string;
  /** As it was answered last. */
  board: MergeBoard;
  saveMerge: Action<SaveMergeInput, SaveMergeResult>;
  /** Asks the server for the board anew. */
  onReload: () => void;
}

/** The session that decides on the board, and how far the board is behind it. */
export function useBoardData({ workspace, board, saveMerge, onReload }: BoardDataOptions) {
  const { mergeId } = board;
  const [session] = useState(
    () =>
      new BoardSession(board, (decisions, revision) =>
        callAction(saveMerge, { workspace, mergeId, decisions, revision }),
      ),
  );
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);

  useEffect(() => {
    session.adopt(board.decisions, board.revision, board.updatedBy);
  }, [session, board]);
  const isBehind = state.phase === 'saved' && state.revision > board.revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each revision, however it is asked
  useEffect(() => {
    if (isBehind) onReload();
  }, [isBehind, state.revision]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (session.isUnsaved) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [session]);

  /** The proposal does not show the last decisions yet. */
  const stale = state.phase === 'saving' || state.revision !== board.revision;
  return { session, state, stale };
}

'use client';
/** How is a change of many undone? As one, in batches. */

import { callAction } from '@/lib/client/use-action';
import type { Action, UndoBulkInput, UndoneBatch } from '@/lib/contract';

import { type BatchResult, useBatches } from './use-batches';

export type UndoAction = Action<UndoBulkInput, UndoneBatch>;

export function useUndo(workspace: string, undo: UndoAction) {
  const { batches, run, stop } = useBatches();
  const begin = (bulkId: string, agents: number) => {
    let from = 0;
    return run(agents, async (): Promise<BatchResult> => {
      const result = await callAction(undo, { workspace, bulkId, from });
      if (!result.ok) return { ok: false, message: result.error.message };
      const { undone, left, next } = result.data;
      const done = (next ?? agents) - from;
      from = next ?? agents;
      return { ok: true, done, changed: undone, left, hasMore: next !== null };
    });
  };
  return { batches, begin, stop };
}

'use client';
/** How is a change of many done? In batches, which belong to one change. */

import { useState } from 'react';

import type { BulkChange } from '@/lib/bulk';
import { callAction } from '@/lib/client/use-action';
import type { Action, ChangeAgentsInput, ChangedBatch } from '@/lib/contract';

import { type BatchResult, useBatches } from './use-batches';

export type ChangeAction = Action<ChangeAgentsInput, ChangedBatch>;

/** Few at a time, so that others save in between. */
const BATCH = 25;

export function useChange(workspace: string, action: ChangeAction) {
  const { batches, run, stop } = useBatches();
  const [bulkId, setBulkId] = useState<string | null>(null);
  const begin = (change: BulkChange, items: ChangeAgentsInput['items']) => {
    let at = 0;
    let id: string | null = null;
    return run(items.length, async (): Promise<BatchResult> => {
      const some = items.slice(at, at + BATCH);
      const result = await callAction(action, { workspace, bulkId: id, change, items: some });
      if (!result.ok) return { ok: false, message: result.error.message };
      id = result.data.bulkId;
      setBulkId(id);
      at += some.length;
      const { changed, left } = result.data;
      return { ok: true, done: some.length, changed, left, hasMore: at < items.length };
    });
  };
  return { batches, begin, stop, bulkId };
}

'use client';
/** How far is a change of many, or its undoing? One batch after the other, until the end or until somebody stops it. */

import { useCallback, useRef, useState } from 'react';

import type { LeftAlone } from '@/lib/contract';

export interface Batches {
  /** `stopped`: somebody did. `failed`: the server did. What was done before stays. */
  state: 'idle' | 'running' | 'stopped' | 'failed' | 'done';
  done: number;
  total: number;
  changed: number;
  left: readonly LeftAlone[];
  error: string | null;
}

const IDLE: Batches = { state: 'idle', done: 0, total: 0, changed: 0, left: [], error: null };

/** What became of one batch: how many agents it was about, how many changed, and whether more are to come. */
export type BatchResult =
  | { ok: true; done: number; changed: number; left: readonly LeftAlone[]; hasMore: boolean }
  | { ok: false; message: string };

export function useBatches() {
  const [batches, setBatches] = useState(IDLE);
  const stopping = useRef(false);
  const run = useCallback(async (total: number, next: () => Promise<BatchResult>) => {
    stopping.current = false;
    let now: Batches = { ...IDLE, state: 'running', total };
    const tell = (news: Partial<Batches>) => {
      now = { ...now, ...news };
      setBatches(now);
    };
    tell({});
    for (let hasMore = true; hasMore; ) {
      if (stopping.current) return tell({ state: 'stopped' });
      const result = await next();
      if (!result.ok) return tell({ state: 'failed', error: result.message });
      const { done, changed, left } = result;
      tell({
        done: now.done + done,
        changed: now.changed + changed,
        left: left.length > 0 ? [...now.left, ...left] : now.left,
      });
      hasMore = result.hasMore;
    }
    tell({ state: 'done' });
  }, []);
  const stop = useCallback(() => {
    stopping.current = true;
  }, []);
  return { batches, run, stop };
}

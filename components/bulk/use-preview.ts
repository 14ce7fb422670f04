'use client';
/** What would the change that is being typed do? Asked anew when typing rests, and what came before is let go. */

import { useEffect, useState } from 'react';

import type { BulkChange } from '@/lib/bulk';
import { fetchBulkPreview } from '@/lib/client/bulk';
import type { AgentChoice, BulkPreview } from '@/lib/contract';

const REST_MS = 250;

export interface Preview {
  /** The change that all this is about. */
  change: BulkChange;
  agents: readonly BulkPreview[];
  /** How many there are; null until that is known. */
  total: number | null;
  isWhole: boolean;
  error: string | null;
}

/** Null while there is no change to look at. `attempt` goes up to look again. */
export function usePreview(
  workspace: string,
  choice: AgentChoice,
  change: BulkChange | null,
  attempt: number,
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const asked = change && JSON.stringify(change);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice stays while the dialog is open
  useEffect(() => {
    if (asked === null) return setPreview(null);
    const wanted = JSON.parse(asked) as BulkChange;
    const stopped = new AbortController();
    const tell = (news: (now: Preview) => Partial<Preview>) => {
      if (!stopped.signal.aborted) setPreview((now) => now && { ...now, ...news(now) });
    };
    const timer = setTimeout(() => {
      setPreview({ change: wanted, agents: [], total: null, isWhole: false, error: null });
      fetchBulkPreview(
        workspace,
        { choice, change: wanted },
        {
          signal: stopped.signal,
          onTotal: (total) => tell(() => ({ total })),
          onAgents: (agents) => tell((now) => ({ agents: [...now.agents, ...agents] })),
        },
      ).then(
        () => tell(() => ({ isWhole: true })),
        (error: Error) => tell(() => ({ error: error.message })),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stopped.abort();
    };
  }, [workspace, asked, attempt]);
  return preview;
}

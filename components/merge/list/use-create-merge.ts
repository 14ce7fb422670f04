'use client';
/** How does a merge begin? The chosen agents are pinned, and the board opens. */

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

import { useAction } from '@/lib/client/use-action';
import type { Action, ActionError, CreateMergeInput } from '@/lib/contract';

export type CreateMergeAction = Action<CreateMergeInput, { mergeId: string }>;

/** `onRefused` hears why no merge began. */
export function useCreateMerge(
  workspace: string,
  createMerge: CreateMergeAction,
  onRefused?: (error: ActionError) => void,
) {
  const router = useRouter();
  const { run, busy, error } = useAction(createMerge, ({ mergeId }) =>
    router.push(`/w/${workspace}/merges/${mergeId}`),
  );
  const latest = useRef(onRefused);
  latest.current = onRefused;
  useEffect(() => {
    if (error) latest.current?.(error);
  }, [error]);
  return { begin: (agentIds: string[]) => run({ workspace, agentIds }), busy, error };
}

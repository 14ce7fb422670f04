/** Which agents are alike, and where is that asked? The answer comes as a stream of lines. */

import type { DismissedPair, DuplicateCluster, DuplicatesLine, PairAnswer } from '@/lib/contract';

import { readJsonLines } from './json-lines';
import { RequestError, readAnswer, requestJson, UNREACHABLE } from './request';

/** What is known of the duplicates of a workspace; `complete` is false while, or when, only a part has come. */
export interface DuplicatesAnswer {
  clusters: DuplicateCluster[];
  /** How many agents were compared. */
  agents: number;
  dismissed: DismissedPair[];
  complete: boolean;
}

export type DuplicatesProgress = Omit<Extract<DuplicatesLine, { kind: 'progress' }>, 'kind'>;

export interface DuplicatesListener {
  signal: AbortSignal;
  onProgress: (progress: DuplicatesProgress) => void;
  /** All clusters that are known so far: others may still come, or join those. */
  onClusters: (clusters: DuplicateCluster[]) => void;
}

/** Compares the agents of a workspace and tells of what is found on the way; rejects with words when it fails. */
export async function fetchDuplicates(
  workspace: string,
  { signal, onProgress, onClusters }: DuplicatesListener,
): Promise<DuplicatesAnswer> {
  const response = await fetch(`/api/w/${workspace}/duplicates`, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new RequestError(UNREACHABLE);
  });
  if (!response.ok || !response.body) return readAnswer(response);

  const clusters = new Map<string, DuplicateCluster>();
  let compared = 0;
  let answer: DuplicatesAnswer | null = null;
  const hear: { [Kind in DuplicatesLine['kind']]: (line: Extract<DuplicatesLine, { kind: Kind }>) => void } =
    {
      progress: ({ step, done, total }) => {
        if (step === 'comparing') compared = total;
        onProgress({ step, done, total });
      },
      clusters: (line) => {
        for (const id of line.gone) clusters.delete(id);
        for (const cluster of line.clusters) clusters.set(cluster.id, cluster);
        onClusters([...clusters.values()]);
      },
      done: ({ agents, dismissed }) => {
        const all = [...clusters.values()];
        answer = { clusters: all, agents: Math.max(agents, compared), dismissed, complete: true };
      },
      error: ({ message }) => {
        throw new RequestError({ code: 'internal', message });
      },
    };
  try {
    await readJsonLines<DuplicatesLine>(response.body, (line) =>
      (hear[line.kind] as (line: DuplicatesLine) => void)(line),
    );
  } catch (cause) {
    if (signal.aborted || cause instanceof RequestError) throw cause;
    throw new RequestError(BROKEN_OFF);
  }
  if (!answer) throw new RequestError(BROKEN_OFF);
  return answer;
}

const BROKEN_OFF = {
  code: 'unavailable' as const,
  message: 'The answer broke off before all agents were compared. Nothing was changed; compare again.',
};

/** The evidence for a pair. */
export function fetchPair(workspace: string, a: string, b: string, signal: AbortSignal): Promise<PairAnswer> {
  return requestJson(`/api/w/${workspace}/duplicates/pair?${new URLSearchParams({ a, b })}`, { signal });
}

/** Which agents are like a text? A file of its own: the editor loads it without what the page of duplicates needs. */

import type { SimilarAgent, SimilarInput } from '@/lib/contract';

import { requestJson } from './request';

/** The agents that are like a text, most alike first. */
export function fetchSimilar(
  workspace: string,
  input: SimilarInput,
  signal: AbortSignal,
): Promise<SimilarAgent[]> {
  return requestJson(`/api/w/${workspace}/similar`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  });
}

/** What would a change of many agents do, and where is that asked? The answer comes as a stream of lines. */

import type {
  BulkDetail,
  BulkDetailInput,
  BulkPreview,
  BulkPreviewInput,
  BulkPreviewLine,
} from '@/lib/contract';

import { readJsonLines } from './json-lines';
import { RequestError, readAnswer, requestJson, UNREACHABLE } from './request';

const BROKEN_OFF = {
  code: 'unavailable' as const,
  message: 'The answer broke off before all agents were looked at. Nothing was changed; try again.',
};

const post = (body: unknown, signal: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  signal,
});

export interface PreviewListener {
  signal: AbortSignal;
  onTotal: (total: number) => void;
  onAgents: (agents: BulkPreview[]) => void;
}

/** Tells what the change would make of each agent, as it is found out; rejects with words when that fails. */
export async function fetchBulkPreview(
  workspace: string,
  input: BulkPreviewInput,
  { signal, onTotal, onAgents }: PreviewListener,
): Promise<void> {
  const asked = post(input, signal);
  const response = await fetch(`/api/w/${workspace}/bulk/preview`, asked).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new RequestError(UNREACHABLE);
  });
  if (!response.ok || !response.body) return readAnswer(response);
  let isWhole = false;
  const hear: {
    [Kind in BulkPreviewLine['kind']]: (line: Extract<BulkPreviewLine, { kind: Kind }>) => void;
  } = {
    total: ({ total }) => onTotal(total),
    agents: ({ agents }) => onAgents(agents),
    done: () => {
      isWhole = true;
    },
    error: ({ message }) => {
      throw new RequestError({ code: 'internal', message });
    },
  };
  try {
    await readJsonLines<BulkPreviewLine>(response.body, (line) =>
      (hear[line.kind] as (line: BulkPreviewLine) => void)(line),
    );
  } catch (cause) {
    if (signal.aborted || cause instanceof RequestError) throw cause;
    throw new RequestError(BROKEN_OFF);
  }
  if (!isWhole) throw new RequestError(BROKEN_OFF);
}

/** All lines that a change would make come and go in one agent, and the places that were found. */
export function fetchBulkDetail(
  workspace: string,
  input: BulkDetailInput,
  signal: AbortSignal,
): Promise<BulkDetail> {
  return requestJson(`/api/w/${workspace}/bulk/detail`, post(input, signal));
}

/** Where are files fetched from, and what should one know before? */

import type { ExportOutlook } from '@/lib/contract';

import { requestJson } from './request';

/** The address of the zip: `GET` for the whole workspace, `POST` of a form with `ids` for some. */
export const exportUrl = (workspace: string) => `/api/w/${workspace}/export`;

/** What is taken: what is published where the workspace publishes, or what was saved last. */
export type ExportWay = 'usual' | 'saved';

/** The address of one agent's file. */
export const downloadUrl = (workspace: string, agentId: string, way: ExportWay) =>
  `/api/w/${workspace}/agents/${agentId}/download${way === 'saved' ? '?as=saved' : ''}`;

/** What the zip of these agents would hold, and what somebody should know of it; `ids` null means all agents. */
export function fetchExportOutlook(
  workspace: string,
  { ids, way }: { ids: readonly string[] | null; way: ExportWay },
  signal: AbortSignal,
): Promise<ExportOutlook> {
  return requestJson(`/api/w/${workspace}/export/notices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...(ids && { ids }), ...(way === 'saved' && { as: way }) }),
    signal,
  });
}

/** Where are files fetched from, and what should one know before? */

import type { ExportNotice } from '@/lib/contract';

import { requestJson } from './request';

/** The address of the zip: `GET` for the whole workspace, `POST` of a form with `ids` for some. */
export const exportUrl = (workspace: string) => `/api/w/${workspace}/export`;

/** The address of one agent's file, exactly as it was saved. */
export const downloadUrl = (workspace: string, agentId: string) =>
  `/api/w/${workspace}/agents/${agentId}/download`;

/** What the zip of these agents would hold that somebody should know; null means all agents. */
export function fetchExportNotices(
  workspace: string,
  ids: readonly string[] | null,
  signal: AbortSignal,
): Promise<ExportNotice[]> {
  return requestJson(`/api/w/${workspace}/export/notices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ids ? { ids } : {}),
    signal,
  });
}

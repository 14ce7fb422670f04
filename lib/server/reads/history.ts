/** How did an agent come to say what it says? */

import 'server-only';

import { getAgent, listMergesInto, listVersionNames, listVersions } from '@/db';
import type { HistoryPage } from '@/lib/contract';

import type { Scope } from '../access';
import { getStore } from '../store';

const MAX_PAGE = 50;

/** Returns one page of an agent's versions, the newest first; null when the workspace has no such agent. */
export async function pageOfHistory(
  { workspaceId }: Scope,
  agentId: string,
  { offset: asked }: { offset: number },
): Promise<HistoryPage | null> {
  const { read } = await getStore();
  const agent = await getAgent(read, { workspaceId, agentId });
  if (!agent || agent.deletedAt !== null) return null;
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const rows = await listVersions(read, { workspaceId, agentId, offset, limit: MAX_PAGE + 1 });
  const page = rows.slice(0, MAX_PAGE);
  const versionIds = page.flatMap(({ parents }) => parents);
  const names = await listVersionNames(read, { workspaceId, versionIds });
  const nameOf = new Map(names.map((name) => [name.versionId, name]));
  const made = await listMergesInto(read, { workspaceId, agentId });
  const mergeOf = new Map(made.map(({ versionId, mergeId }) => [versionId, mergeId]));
  return {
    versions: page.map(({ authors: _authors, parents, ...row }) => ({
      ...row,
      parents: parents.flatMap((id) => nameOf.get(id) ?? []),
      mergeId: mergeOf.get(row.versionId) ?? null,
    })),
    next: rows.length > MAX_PAGE ? offset + MAX_PAGE : null,
  };
}

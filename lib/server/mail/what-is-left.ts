/** Of what somebody is told, what is still there to be read? */

import 'server-only';

import { type Db, getThread, listAgentHeads } from '@/db';
import type { NotificationRow } from '@/lib/contract';

/** Returns those whose agent is in no bin, and whose thread was not deleted: the letter would tell what nobody may read any more. */
export async function whatIsLeft(
  read: Db,
  workspaceId: string,
  rows: readonly NotificationRow[],
): Promise<NotificationRow[]> {
  const agentIds = [...new Set(rows.flatMap(({ agentId }) => agentId ?? []))];
  const heads = await listAgentHeads(read, { workspaceId, agentIds });
  const agents = new Set(heads.flatMap(({ agentId, deletedAt }) => (deletedAt === null ? agentId : [])));
  const left: NotificationRow[] = [];
  for (const row of rows) {
    const { kind, agentId, subjectId: threadId } = row;
    if (agentId !== null && !agents.has(agentId)) continue;
    const isTalk = kind === 'mention' || kind === 'reply';
    if (isTalk && !(threadId && (await getThread(read, { workspaceId, threadId })))) continue;
    left.push(row);
  }
  return left;
}

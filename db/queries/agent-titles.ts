/** What are all agents of a workspace called? */

import { and, asc, desc, eq } from 'drizzle-orm';

import type { AgentTitle } from '@/lib/contract';

import type { Db } from '../database';
import { isInUse } from './in-use';

/** Returns the titles of the agents in use, at most `limit`, those that changed last first. */
export async function listAgentTitles(
  { q, t }: Db,
  { workspaceId, limit }: { workspaceId: string; limit: number },
): Promise<AgentTitle[]> {
  return await q
    .select({ id: t.agents.id, title: t.agents.title, model: t.agents.model })
    .from(t.agents)
    .where(and(eq(t.agents.workspaceId, workspaceId), isInUse(t.agents)))
    .orderBy(desc(t.agents.updatedAt), asc(t.agents.id))
    .limit(limit);
}

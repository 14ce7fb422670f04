/** Which agents are exported, each as it stands where? */

import { and, eq } from 'drizzle-orm';

import type { Db } from '../database';
import { agentOrder } from './agent-order';
import { isInUse } from './in-use';

/** What an export needs to know of an agent before it reads the text. */
export interface AgentForExport {
  id: string;
  name: string | null;
  title: string;
  fileName: string | null;
  loads: boolean;
  problem: string | null;
  textSha: string;
  /** False for a version before the last: then the rest is what the last one says. */
  isHead: boolean;
}

/**
 * Returns the agents to be exported, in the order of their titles: all of the workspace, or those of `agentIds` that are
 * in it and in use; with a label those that carry it, at the version where it stands. With `streamTexts` it reads as of
 * one moment.
 */
export async function listAgentsForExport(
  db: Db,
  { workspaceId, agentIds, label }: { workspaceId: string; agentIds?: readonly string[]; label?: string },
): Promise<AgentForExport[]> {
  const { q, t } = db;
  const columns = {
    id: t.agents.id,
    name: t.agents.name,
    title: t.agents.title,
    fileName: t.agents.fileName,
    loads: t.agents.loads,
    problem: t.agents.problem,
    textSha: t.versions.textSha,
    headId: t.agents.currentVersionId,
    versionId: t.versions.id,
  };
  const inUse = and(eq(t.agents.workspaceId, workspaceId), isInUse(t.agents));
  const found =
    label === undefined
      ? q
          .select(columns)
          .from(t.agents)
          .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
          .where(inUse)
      : q
          .select(columns)
          .from(t.agents)
          .innerJoin(t.labels, and(eq(t.labels.agentId, t.agents.id), eq(t.labels.name, label)))
          .innerJoin(t.versions, eq(t.versions.id, t.labels.versionId))
          .where(and(inUse, eq(t.labels.workspaceId, workspaceId)));
  const rows = await found.orderBy(...agentOrder(db, 'name'));
  const agents = rows.map(({ headId, versionId, ...agent }) => ({ ...agent, isHead: headId === versionId }));
  if (!agentIds) return agents;
  const wanted = new Set(agentIds);
  return agents.filter(({ id }) => wanted.has(id));
}

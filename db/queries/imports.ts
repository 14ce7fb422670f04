/** What does a workspace have already of the files that somebody brings? */

import { and, eq, inArray } from 'drizzle-orm';

import { inBatches } from '../batches';
import type { Db } from '../database';
import { isInUse } from './in-use';

/** An agent in use that says the same as a file, or has the same name. */
export interface AgentThere {
  agentId: string;
  title: string;
  name: string | null;
  headId: string;
  textSha: string;
  fileName: string | null;
  originPath: string | null;
  updatedAt: number;
}

/** Returns the agents in use whose head has one of these hashes, and those that have one of these names. */
export async function listAgentsLike(
  db: Db,
  input: { workspaceId: string; shas: readonly string[]; names: readonly string[] },
): Promise<AgentThere[]> {
  const { t } = db;
  const { workspaceId } = input;
  const equal = await collect(inBatches([...new Set(input.shas)]), (shas) =>
    select(db).where(
      and(
        eq(t.versions.workspaceId, workspaceId),
        inArray(t.versions.textSha, shas),
        eq(t.agents.workspaceId, workspaceId),
        isInUse(t.agents),
      ),
    ),
  );
  const namesakes = await collect(inBatches([...new Set(input.names)]), (names) =>
    select(db).where(
      and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.name, names), isInUse(t.agents)),
    ),
  );
  return [...new Map([...equal, ...namesakes].map((agent) => [agent.agentId, agent])).values()];
}

function select({ q, t }: Db) {
  return q
    .select({
      agentId: t.agents.id,
      title: t.agents.title,
      name: t.agents.name,
      headId: t.agents.currentVersionId,
      textSha: t.versions.textSha,
      fileName: t.agents.fileName,
      originPath: t.agents.originPath,
      updatedAt: t.agents.updatedAt,
    })
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId));
}

async function collect<Key, Row>(
  batches: readonly Key[][],
  ask: (keys: Key[]) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const keys of batches) rows.push(...(await ask(keys)));
  return rows;
}

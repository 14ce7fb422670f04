/** What is proposed of each agent, against what is published now? */

import 'server-only';

import { type Db, listAgentHeads, listLabelled, listVersionNames, type ProposedVersion } from '@/db';
import { PUBLISHED } from '@/lib/contract';

import { Failure, notFoundFailure } from './failure';

/** Returns the versions with what is published as their base. Refuses agents that are not in use, and what is published already. */
export async function proposedAgents(
  read: Db,
  workspaceId: string,
  wanted: readonly { agentId: string; versionId: string }[],
): Promise<(ProposedVersion & { title: string; isHead: boolean })[]> {
  const agentIds = [...new Set(wanted.map(({ agentId }) => agentId))];
  if (agentIds.length < wanted.length) throw new Failure('invalid_input', 'Propose each agent once.');
  const heads = await listAgentHeads(read, { workspaceId, agentIds });
  const headOf = new Map(heads.map((head) => [head.agentId, head]));
  const versionIds = wanted.map(({ versionId }) => versionId);
  const versions = await listVersionNames(read, { workspaceId, versionIds });
  const agentOf = new Map(versions.map(({ versionId, agentId }) => [versionId, agentId]));
  const published = await listLabelled(read, { workspaceId, name: PUBLISHED, agentIds });
  return wanted.map(({ agentId, versionId }) => {
    const head = headOf.get(agentId);
    if (!head || agentOf.get(versionId) !== agentId) throw notFoundFailure();
    const { title } = head;
    if (head.deletedAt !== null || head.archivedAt !== null) {
      throw new Failure('conflict', `${title} is in the bin or the archive. Bring it back first.`);
    }
    const baseVersionId = published.get(agentId) ?? null;
    if (baseVersionId === versionId) {
      throw new Failure('conflict', `This version of ${title} is published already. Leave it out.`);
    }
    return { agentId, title, baseVersionId, versionId, isHead: head.headId === versionId };
  });
}

/** How do many agents get a version each? What lists need is read beforehand, and whoever was faster keeps theirs. */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import { type AgentFacts, type AgentHead, type Db, listAgentHeads, saveVersion, type Tx } from '@/db';
import type { LeftAlone } from '@/lib/contract';

import { agentFacts } from '../agent-facts';
import type { WorkspaceContext } from '../command';

/** A version that is to be made of an agent's head. */
export interface Write {
  head: AgentHead;
  text: string;
  facts: AgentFacts;
}

/** The same for all versions of one batch. */
export interface Batch extends Pick<WorkspaceContext, 'scope' | 'now'> {
  message: string;
}

const MOVED = 'Somebody changed it in the meantime.';

/** Returns the heads of these agents, those of the workspace, by their ids. */
export async function headsById(
  read: Db,
  workspaceId: string,
  agentIds: readonly string[],
): Promise<Map<string, AgentHead>> {
  const heads = await listAgentHeads(read, { workspaceId, agentIds: [...new Set(agentIds)] });
  return new Map(heads.map((head) => [head.agentId, head]));
}

/** Says why an agent cannot change now; null when it can. `versionId` is what its head was, where that matters. */
export function whyNot(head: AgentHead, versionId?: string): string | null {
  if (head.deletedAt !== null) return 'It is in the bin.';
  if (head.archivedAt !== null) return 'It is archived.';
  return versionId !== undefined && head.headId !== versionId ? MOVED : null;
}

/** Says that an agent is left as it is. */
export const leftAlone = ({ agentId, title }: AgentHead, message: string): LeftAlone => ({
  agentId,
  title,
  message,
});

/** Reads what lists show of the new texts; whoever asks something else is answered in between. */
export async function toWrites(
  texts: readonly { head: AgentHead; text: string; fileName: string | null }[],
): Promise<Write[]> {
  const writes: Write[] = [];
  for (const { head, text, fileName } of texts) {
    writes.push({ head, text, facts: agentFacts(text, fileName) });
    await setImmediate();
  }
  return writes;
}

/** Makes the versions, of those agents whose heads have not moved. Profiles are made later, all at once. */
export async function saveVersions(
  tx: Tx,
  writes: readonly Write[],
  { scope, now, message }: Batch,
): Promise<{ items: { agentId: string; before: string; after: string }[]; left: LeftAlone[] }> {
  const items = [];
  const left: LeftAlone[] = [];
  for (const { head, text, facts } of writes) {
    const { agentId, headId: before } = head;
    const saved = await saveVersion(tx, {
      ...{ workspaceId: scope.workspaceId, userId: scope.user.id, now, message },
      ...{ agentId, baseVersionId: before, text, facts },
    });
    if (saved) items.push({ agentId, before, after: saved.versionId });
    else left.push(leftAlone(head, MOVED));
    // Whoever only reads is answered while this goes on.
    await setImmediate();
  }
  return { items, left };
}

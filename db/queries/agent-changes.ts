/** How do agents come into being, change, go and come back? */

import { and, eq, inArray, isNotNull } from 'drizzle-orm';

import type { AgentRow } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Tx } from '../database';
import { newId } from '../id';
import { toSearchText, toSortKey } from '../search';
import { isInUse } from './in-use';
import { putProfile, type StoredProfile, touchProfiles } from './profiles';
import { putText } from './texts';

/** What lists show of a text; whoever saves reads it out of that text. */
export type AgentFacts = Pick<
  AgentRow,
  | 'name'
  | 'title'
  | 'description'
  | 'model'
  | 'color'
  | 'tools'
  | 'loads'
  | 'problem'
  | 'descriptionTokens'
  | 'bodyTokens'
>;

interface Save {
  workspaceId: string;
  /** Exactly what the file says. */
  text: string;
  facts: AgentFacts;
  /** What similarity needs of the text; to be made later when absent. */
  profile?: StoredProfile;
  userId: string;
  /** Everyone whose work is in the text; `userId` alone when absent. */
  authors?: string[];
  message?: string | null;
  now: number;
}

export interface NewAgent extends Save {
  /** Made by `newId`, where it has to be known before. */
  agentId?: string;
  fileName?: string | null;
  originPath?: string | null;
  /** Versions of other agents that it was made from. */
  parents?: string[];
}

export interface NewVersion extends Save {
  agentId: string;
  /** The version that the author saw. */
  baseVersionId: string;
  /** The base alone when absent; a merge has several. */
  parents?: string[];
}

export interface SavedVersion {
  versionId: string;
  number: number;
  savedAt: number;
}

/** Makes an agent with its first version. */
export async function createAgent(tx: Tx, input: NewAgent): Promise<SavedVersion & { agentId: string }> {
  const { q, t } = tx;
  const { workspaceId, userId, now, fileName = null, originPath = null, parents = [] } = input;
  const { agentId = newId(now) } = input;
  const versionId = newId(now);
  await q.insert(t.agents).values({
    id: agentId,
    workspaceId,
    currentVersionId: versionId,
    fileName,
    originPath,
    createdAt: now,
    createdBy: userId,
    updatedAt: now,
    updatedBy: userId,
    deletedAt: null,
    ...extracted(input, fileName),
  });
  await insertVersion(tx, { ...input, agentId, versionId, number: 1, parents });
  return { agentId, versionId, number: 1, savedAt: now };
}

/**
 * Makes `text` the agent's next version if its head still is `baseVersionId`. Returns null, and writes
 * nothing, when the head has moved or the agent is in the bin, archived or not in the workspace.
 */
export async function saveVersion(tx: Tx, input: NewVersion): Promise<SavedVersion | null> {
  const { q, t } = tx;
  const { workspaceId, agentId, baseVersionId, userId, now, parents = [baseVersionId] } = input;
  const versionId = newId(now);
  const [moved] = await q
    .update(t.agents)
    .set({ currentVersionId: versionId, updatedAt: now, updatedBy: userId })
    .where(
      and(
        eq(t.agents.id, agentId),
        eq(t.agents.workspaceId, workspaceId),
        eq(t.agents.currentVersionId, baseVersionId),
        isInUse(t.agents),
      ),
    )
    .returning({ fileName: t.agents.fileName });
  if (!moved) return null;
  await q
    .update(t.agents)
    .set(extracted(input, moved.fileName))
    .where(and(eq(t.agents.id, agentId), eq(t.agents.workspaceId, workspaceId)));
  const [base] = await q
    .select({ number: t.versions.number })
    .from(t.versions)
    .where(and(eq(t.versions.id, baseVersionId), eq(t.versions.workspaceId, workspaceId)));
  if (!base) throw new Error(`Agent ${agentId} has no version ${baseVersionId}.`);
  const number = base.number + 1;
  await insertVersion(tx, { ...input, versionId, number, parents });
  return { versionId, number, savedAt: now };
}

/** Moves agents to the bin; returns the ids of those that were not there yet. Archived ones stay where they are. */
export async function deleteAgents(
  tx: Tx,
  input: AgentIds & { userId: string; now: number },
): Promise<string[]> {
  const change = { deletedAt: input.now, updatedAt: input.now, updatedBy: input.userId };
  return setDeletion(tx, input, change);
}

/** Brings agents back from the bin; returns the ids of those that were there. */
export async function restoreAgents(
  tx: Tx,
  input: AgentIds & { userId: string; now: number },
): Promise<string[]> {
  return setDeletion(tx, input, { deletedAt: null, updatedAt: input.now, updatedBy: input.userId });
}

/**
 * Archives agents whose head still is the version named, because another took their place; returns the ids of those
 * that it archived. Whoever reads the changes of profiles is told by `touchProfiles`, at the end of the transaction.
 */
export async function archiveAgents(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    agents: readonly { agentId: string; versionId: string }[];
    mergedInto: string;
    userId: string;
    now: number;
  },
): Promise<string[]> {
  const { workspaceId, mergedInto, userId, now } = input;
  const archived: string[] = [];
  for (const { agentId, versionId } of input.agents.toSorted((a, b) => (a.agentId < b.agentId ? -1 : 1))) {
    const rows = await q
      .update(t.agents)
      .set({ archivedAt: now, mergedInto, updatedAt: now, updatedBy: userId })
      .where(
        and(
          eq(t.agents.workspaceId, workspaceId),
          eq(t.agents.id, agentId),
          eq(t.agents.currentVersionId, versionId),
          isInUse(t.agents),
        ),
      )
      .returning({ id: t.agents.id });
    archived.push(...rows.map(({ id }) => id));
  }
  return archived;
}

/** Brings agents back that were archived in favour of `mergedInto`; returns their ids. */
export async function unarchiveAgents(
  { q, t }: Tx,
  input: AgentIds & { mergedInto: string; userId: string; now: number },
): Promise<string[]> {
  const { workspaceId, agentIds, mergedInto, userId, now } = input;
  const back: string[] = [];
  for (const ids of inBatches([...new Set(agentIds)].sort())) {
    const rows = await q
      .update(t.agents)
      .set({ archivedAt: null, mergedInto: null, updatedAt: now, updatedBy: userId })
      .where(
        and(
          eq(t.agents.workspaceId, workspaceId),
          inArray(t.agents.id, ids),
          eq(t.agents.mergedInto, mergedInto),
        ),
      )
      .returning({ id: t.agents.id });
    back.push(...rows.map(({ id }) => id));
  }
  return back;
}

interface AgentIds {
  workspaceId: string;
  agentIds: readonly string[];
}

async function setDeletion(
  tx: Tx,
  { workspaceId, agentIds }: AgentIds,
  change: { deletedAt: number | null; updatedAt: number; updatedBy: string },
): Promise<string[]> {
  const { q, t } = tx;
  const isElsewhere = change.deletedAt === null ? isNotNull(t.agents.deletedAt) : isInUse(t.agents);
  const changed: string[] = [];
  // In one order, so that two such changes of the same agents wait for each other instead of locking up.
  for (const ids of inBatches([...new Set(agentIds)].sort())) {
    const rows = await q
      .update(t.agents)
      .set(change)
      .where(and(eq(t.agents.workspaceId, workspaceId), inArray(t.agents.id, ids), isElsewhere))
      .returning({ id: t.agents.id });
    changed.push(...rows.map(({ id }) => id));
  }
  await touchProfiles(tx, { workspaceId, agentIds: changed });
  return changed;
}

async function insertVersion(
  tx: Tx,
  input: Save & { agentId: string; versionId: string; number: number; parents: string[] },
): Promise<void> {
  const { q, t } = tx;
  const { workspaceId, agentId, versionId, number, parents, userId, now } = input;
  const textSha = await putText(tx, { workspaceId, text: input.text });
  await q.insert(t.versions).values({
    id: versionId,
    workspaceId,
    agentId,
    number,
    textSha,
    parents,
    authors: input.authors ?? [userId],
    message: input.message || null,
    createdAt: now,
    createdBy: userId,
  });
  await putProfile(tx, { workspaceId, agentId, versionId, profile: input.profile });
}

function extracted({ facts, text }: Save, fileName: string | null) {
  return {
    ...facts,
    sortKey: toSortKey(facts.title),
    searchText: toSearchText([facts.title, fileName ?? '', facts.description, text]),
  };
}

/** How do agents come into being, and change? */

import { and, asc, eq, gt, lt } from 'drizzle-orm';

import type { AgentRow } from '@/lib/contract';

import type { Db, Tx } from '../database';
import { newId } from '../id';
import { toSearchText, toSortKey } from '../search';
import { bytesToText } from '../text-bytes';
import { isInUse } from './in-use';
import { putProfile, type StoredProfile } from './profiles';
import { putText } from './texts';

/** What lists show of a text, and find it by; whoever saves reads it out of that text. */
export interface AgentFacts
  extends Pick<
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
  > {
  /** The codes of what the checks find, without repetitions. */
  problems: string[];
  /** By which recipe all this was read. */
  factsRecipe: number;
}

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

/** An agent whose facts were read by an older recipe, and what its head says. */
export interface AgentToReadAnew {
  workspaceId: string;
  agentId: string;
  versionId: string;
  fileName: string | null;
  text: string;
}

/** Returns agents with facts of before `recipe`, of all workspaces, in the order of their ids behind `after`. */
export async function listAgentsToReadAnew(
  { q, t }: Db,
  { recipe, after, limit }: { recipe: number; after: string; limit: number },
): Promise<AgentToReadAnew[]> {
  const rows = await q
    .select({
      workspaceId: t.agents.workspaceId,
      agentId: t.agents.id,
      versionId: t.versions.id,
      fileName: t.agents.fileName,
      bytes: t.texts.bytes,
    })
    .from(t.agents)
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .innerJoin(
      t.texts,
      and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
    )
    .where(and(gt(t.agents.id, after), lt(t.agents.factsRecipe, recipe)))
    .orderBy(asc(t.agents.id))
    .limit(limit);
  return rows.map(({ bytes, ...row }) => ({ ...row, text: bytesToText(bytes) }));
}

/** Keeps what was read anew out of an agent's head, if that still is its head; nobody has changed it by that. */
export async function saveFacts(
  { q, t }: Tx,
  { agent, facts }: { agent: AgentToReadAnew; facts: AgentFacts },
): Promise<void> {
  const { workspaceId, agentId, versionId, fileName, text } = agent;
  await q
    .update(t.agents)
    .set(extracted({ facts, text }, fileName))
    .where(
      and(
        eq(t.agents.workspaceId, workspaceId),
        eq(t.agents.id, agentId),
        eq(t.agents.currentVersionId, versionId),
      ),
    );
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

function extracted({ facts, text }: Pick<Save, 'facts' | 'text'>, fileName: string | null) {
  return {
    ...facts,
    sortKey: toSortKey(facts.title),
    searchText: toSearchText([facts.title, fileName ?? '', facts.description, text]),
  };
}

/** What does similarity need of the agents, and what of it has changed since it was last asked? */

import { and, asc, count, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm';

import { inTurns } from '../batches';
import type { Db, Tx } from '../database';
import { bytesToText } from '../text-bytes';
import { isInUse } from './in-use';

/** A profile as it is stored: by which recipe, and as JSON. */
export interface StoredProfile {
  recipe: number;
  json: string;
}

/** Says that a profile is still to be made. */
const TO_BE_MADE: StoredProfile = { recipe: 0, json: '' };

/** How far somebody has read the changes of a workspace's profiles. */
export interface ProfileCursor {
  sequence: number;
  agentId: string;
}

/** Before the first change. */
export const FIRST_PROFILE: ProfileCursor = { sequence: -1, agentId: '' };

export interface ProfileChange extends ProfileCursor {
  versionId: string;
  recipe: number;
  /** JSON; null when the agent is not in use. */
  profile: string | null;
}

/**
 * Returns the next changes behind `after`, in their order. An agent comes once, at its last change. Changes commit in the
 * order of their sequence, so whoever has read to the end has missed none.
 */
export async function listProfileChanges(
  { q, t }: Db,
  { workspaceId, after, limit }: { workspaceId: string; after: ProfileCursor; limit: number },
): Promise<ProfileChange[]> {
  const { sequence, agentId } = t.profiles;
  const rows = await q
    .select({
      sequence,
      agentId,
      versionId: t.profiles.versionId,
      recipe: t.profiles.recipe,
      profile: t.profiles.profile,
      inUse: sql<boolean>`(${isInUse(t.agents)})`.mapWith(Boolean),
    })
    .from(t.profiles)
    .innerJoin(t.agents, eq(t.agents.id, agentId))
    .where(and(eq(t.profiles.workspaceId, workspaceId), isBehind(t, after)))
    .orderBy(asc(sequence), asc(agentId))
    .limit(limit);
  return rows.map(({ inUse, profile, ...row }) => ({ ...row, profile: inUse ? profile : null }));
}

/** Returns how many changes there are behind `after`; with `before`, of profiles of an older recipe only. */
export async function countProfileChanges(
  { q, t }: Db,
  { workspaceId, after, before }: { workspaceId: string; after: ProfileCursor; before?: number },
): Promise<number> {
  const [row] = await q
    .select({ total: count() })
    .from(t.profiles)
    .where(
      and(
        eq(t.profiles.workspaceId, workspaceId),
        isBehind(t, after),
        before === undefined ? undefined : lt(t.profiles.recipe, before),
      ),
    );
  return row?.total ?? 0;
}

/** The first bound is what the index is entered by; the rest tells apart what has one number. */
function isBehind({ profiles }: Db['t'], { sequence, agentId }: ProfileCursor) {
  return and(
    gte(profiles.sequence, sequence),
    or(gt(profiles.sequence, sequence), gt(profiles.agentId, agentId)),
  );
}

/** Returns the head texts of agents whose profile is of a recipe before `recipe`. */
export async function listAgentsWithoutProfile(
  { q, t }: Db,
  { workspaceId, recipe, limit }: { workspaceId: string; recipe: number; limit: number },
): Promise<{ agentId: string; versionId: string; text: string }[]> {
  const rows = await q
    .select({ agentId: t.profiles.agentId, versionId: t.versions.id, bytes: t.texts.bytes })
    .from(t.profiles)
    .innerJoin(t.agents, eq(t.agents.id, t.profiles.agentId))
    .innerJoin(t.versions, eq(t.versions.id, t.agents.currentVersionId))
    .innerJoin(
      t.texts,
      and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
    )
    .where(and(eq(t.profiles.workspaceId, workspaceId), lt(t.profiles.recipe, recipe)))
    .limit(limit);
  return rows.map(({ bytes, ...row }) => ({ ...row, text: bytesToText(bytes) }));
}

/** Keeps the profile of an agent's new head; without one it is to be made later. */
export async function putProfile(
  tx: Tx,
  input: { workspaceId: string; agentId: string; versionId: string; profile: StoredProfile | undefined },
): Promise<void> {
  const { q, t } = tx;
  const { workspaceId, agentId, versionId } = input;
  const { recipe, json } = input.profile ?? TO_BE_MADE;
  const sequence = await nextSequence(tx, workspaceId);
  const row = { versionId, recipe, sequence, profile: json };
  await q
    .insert(t.profiles)
    .values({ agentId, workspaceId, ...row })
    .onConflictDoUpdate({ target: t.profiles.agentId, set: row });
}

/** Keeps profiles that were made outside of a transaction, of those agents whose head has not moved since. */
export async function saveProfiles(
  tx: Tx,
  input: { workspaceId: string; profiles: { agentId: string; versionId: string; profile: StoredProfile }[] },
): Promise<void> {
  const { q, t } = tx;
  const { workspaceId } = input;
  const sequence = await nextSequence(tx, workspaceId);
  for (const { agentId, versionId, profile } of input.profiles) {
    await q
      .update(t.profiles)
      .set({ recipe: profile.recipe, profile: profile.json, sequence })
      .where(
        and(
          eq(t.profiles.workspaceId, workspaceId),
          eq(t.profiles.agentId, agentId),
          eq(t.profiles.versionId, versionId),
        ),
      );
  }
}

/** Tells whoever reads the changes that these agents went out of use, or came back. */
export async function touchProfiles(
  tx: Tx,
  { workspaceId, agentIds }: { workspaceId: string; agentIds: readonly string[] },
): Promise<void> {
  if (agentIds.length === 0) return;
  const { q, t } = tx;
  const sequence = await nextSequence(tx, workspaceId);
  for await (const ids of inTurns([...agentIds].sort())) {
    await q
      .update(t.profiles)
      .set({ sequence })
      .where(and(eq(t.profiles.workspaceId, workspaceId), inArray(t.profiles.agentId, ids)));
  }
}

/**
 * Takes the next number of the workspace's changes, and with it the lock of its row until the commit: nobody else's
 * number can be committed before. Take it after the agents have been changed and before their profiles are, always in
 * this order, and no two transactions wait for each other.
 */
async function nextSequence({ q, t }: Tx, workspaceId: string): Promise<number> {
  const [row] = await q
    .update(t.workspaces)
    .set({ profileSequence: sql`${t.workspaces.profileSequence} + 1` })
    .where(eq(t.workspaces.id, workspaceId))
    .returning({ sequence: t.workspaces.profileSequence });
  if (!row) throw new Error(`There is no workspace ${workspaceId}.`);
  return row.sequence;
}

/** What did an agent say at each save, and who said it? */

import { and, desc, eq, inArray, lt, lte, type SQL } from 'drizzle-orm';

import type { VersionName, VersionStamp } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db } from '../database';
import { bytesToText } from '../text-bytes';

interface VersionKey {
  workspaceId: string;
  agentId: string;
  versionId: string;
}

export interface VersionRow extends VersionStamp {
  savedById: string;
  /** Version ids: none for the first, several for a merge. */
  parents: string[];
  /** User ids of everyone whose work is in it. */
  authors: string[];
  message: string | null;
}

export interface Version extends VersionRow {
  text: string;
}

export async function getVersion(
  db: Db,
  { workspaceId, agentId, versionId }: VersionKey,
): Promise<Version | null> {
  return oneVersion(db, { workspaceId, agentId }, eq(db.t.versions.id, versionId));
}

/** As `getVersion`, by the number within its agent. */
export async function getVersionByNumber(
  db: Db,
  { workspaceId, agentId, number }: Omit<VersionKey, 'versionId'> & { number: number },
): Promise<Version | null> {
  return oneVersion(db, { workspaceId, agentId }, eq(db.t.versions.number, number));
}

async function oneVersion(
  { q, t }: Db,
  { workspaceId, agentId }: Omit<VersionKey, 'versionId'>,
  which: SQL,
): Promise<Version | null> {
  const [row] = await q
    .select({ ...columns(t), bytes: t.texts.bytes })
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .innerJoin(t.texts, saysText(t))
    .where(and(eq(t.versions.workspaceId, workspaceId), eq(t.versions.agentId, agentId), which));
  if (!row) return null;
  const { bytes, ...version } = row;
  return { ...version, text: bytesToText(bytes) };
}

const saysText = (t: Db['t']) =>
  and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha));

/** A version of any agent of the workspace. */
export interface VersionOfAgent extends VersionRow {
  agentId: string;
  title: string;
}

/** Returns these versions of whatever agents, in no order, without their texts. */
export async function listVersionsById(
  db: Db,
  { workspaceId, versionIds }: { workspaceId: string; versionIds: readonly string[] },
): Promise<VersionOfAgent[]> {
  const { versions } = db.t;
  const found: VersionOfAgent[] = [];
  for (const ids of inBatches([...new Set(versionIds)])) {
    found.push(...(await ofAgents(db, workspaceId, inArray(versions.id, ids))));
  }
  return found;
}

/** Returns the versions of an agent from a number down, the newest first, without their texts. */
export async function listVersionsDown(
  db: Db,
  from: { workspaceId: string; agentId: string; number: number; limit: number },
): Promise<VersionOfAgent[]> {
  const { versions } = db.t;
  const isMeant = and(eq(versions.agentId, from.agentId), lte(versions.number, from.number));
  return await ofAgents(db, from.workspaceId, isMeant).orderBy(desc(versions.number)).limit(from.limit);
}

const ofAgents = ({ q, t }: Db, workspaceId: string, isMeant: SQL | undefined) =>
  q
    .select({ ...columns(t), agentId: t.versions.agentId, title: t.agents.title })
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .innerJoin(t.agents, eq(t.agents.id, t.versions.agentId))
    .where(and(eq(t.versions.workspaceId, workspaceId), isMeant));

/** The newest first, without their texts; those with a number below `before`, or all. */
export async function listVersions(
  { q, t }: Db,
  page: { workspaceId: string; agentId: string; before?: number; offset?: number; limit: number },
): Promise<VersionRow[]> {
  return await q
    .select(columns(t))
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .where(
      and(
        eq(t.versions.workspaceId, page.workspaceId),
        eq(t.versions.agentId, page.agentId),
        page.before === undefined ? undefined : lt(t.versions.number, page.before),
      ),
    )
    .orderBy(desc(t.versions.number))
    .limit(page.limit)
    .offset(page.offset ?? 0);
}

/** Returns what these versions are called, in no order. */
export async function listVersionNames(
  { q, t }: Db,
  { workspaceId, versionIds }: { workspaceId: string; versionIds: readonly string[] },
): Promise<VersionName[]> {
  const found: VersionName[] = [];
  for (const ids of inBatches([...new Set(versionIds)])) {
    const rows = await q
      .select({
        versionId: t.versions.id,
        agentId: t.versions.agentId,
        title: t.agents.title,
        number: t.versions.number,
      })
      .from(t.versions)
      .innerJoin(t.agents, eq(t.agents.id, t.versions.agentId))
      .where(and(eq(t.versions.workspaceId, workspaceId), inArray(t.versions.id, ids)));
    found.push(...rows);
  }
  return found;
}

const columns = (t: Db['t']) => ({
  versionId: t.versions.id,
  number: t.versions.number,
  savedAt: t.versions.createdAt,
  savedBy: t.users.name,
  savedById: t.versions.createdBy,
  parents: t.versions.parents,
  authors: t.versions.authors,
  message: t.versions.message,
});

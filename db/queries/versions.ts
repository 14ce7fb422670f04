/** What did an agent say at each save, and who said it? */

import { and, desc, eq, inArray } from 'drizzle-orm';

import type { VersionStamp } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db } from '../database';
import { bytesToText } from '../text-bytes';

interface VersionKey {
  workspaceId: string;
  agentId: string;
  versionId: string;
}

export interface VersionRow extends VersionStamp {
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
  { q, t }: Db,
  { workspaceId, agentId, versionId }: VersionKey,
): Promise<Version | null> {
  const [row] = await q
    .select({ ...columns(t), bytes: t.texts.bytes })
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .innerJoin(
      t.texts,
      and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
    )
    .where(
      and(
        eq(t.versions.workspaceId, workspaceId),
        eq(t.versions.agentId, agentId),
        eq(t.versions.id, versionId),
      ),
    );
  if (!row) return null;
  const { bytes, ...version } = row;
  return { ...version, text: bytesToText(bytes) };
}

/** The newest first, without their texts. */
export async function listVersions(
  { q, t }: Db,
  page: { workspaceId: string; agentId: string; offset: number; limit: number },
): Promise<VersionRow[]> {
  return await q
    .select(columns(t))
    .from(t.versions)
    .innerJoin(t.users, eq(t.users.id, t.versions.createdBy))
    .where(and(eq(t.versions.workspaceId, page.workspaceId), eq(t.versions.agentId, page.agentId)))
    .orderBy(desc(t.versions.number))
    .limit(page.limit)
    .offset(page.offset);
}

/** A version as others refer to it. */
export interface VersionName {
  versionId: string;
  agentId: string;
  title: string;
  number: number;
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
  parents: t.versions.parents,
  authors: t.versions.authors,
  message: t.versions.message,
});

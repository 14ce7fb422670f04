/** Which merges are there, what was decided in them, and what came of them? */

import { aliasedTable, and, desc, eq, inArray, like, sql } from 'drizzle-orm';

import type { MergeRow, MergeStatus } from '@/lib/contract';
import type { Decision, Proposal } from '@/lib/merge';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { PinnedSource } from '../schema/merges';
import { bytesToText } from '../text-bytes';

interface MergeKey {
  workspaceId: string;
  mergeId: string;
}

export interface Merge {
  mergeId: string;
  title: string;
  status: MergeStatus;
  revision: number;
  sources: PinnedSource[];
  decisions: Decision[];
  resultAgentId: string | null;
  resultVersionId: string | null;
  updatedAt: number;
  updatedBy: string;
  updatedById: string;
}

/** Returns one page of the merges of these statuses, the newest change first. */
export async function listMerges(
  { q, t }: Db,
  page: { workspaceId: string; statuses: readonly MergeStatus[]; offset: number; limit: number },
): Promise<MergeRow[]> {
  const rows = await q
    .select({
      mergeId: t.merges.id,
      title: t.merges.title,
      status: t.merges.status,
      sources: t.merges.sources,
      updatedAt: t.merges.updatedAt,
      updatedBy: t.users.name,
      updatedById: t.users.id,
    })
    .from(t.merges)
    .innerJoin(t.users, eq(t.users.id, t.merges.updatedBy))
    .where(and(eq(t.merges.workspaceId, page.workspaceId), inArray(t.merges.status, [...page.statuses])))
    .orderBy(desc(t.merges.updatedAt), desc(t.merges.id))
    .limit(page.limit)
    .offset(page.offset);
  return rows.map(({ sources, ...row }) => ({ ...row, sources: sources.length }));
}

export async function getMerge({ q, t }: Db, { workspaceId, mergeId }: MergeKey): Promise<Merge | null> {
  const [row] = await q
    .select({
      mergeId: t.merges.id,
      title: t.merges.title,
      status: t.merges.status,
      revision: t.merges.revision,
      sources: t.merges.sources,
      decisions: t.merges.decisions,
      resultAgentId: t.merges.resultAgentId,
      resultVersionId: t.merges.resultVersionId,
      updatedAt: t.merges.updatedAt,
      updatedBy: t.users.name,
      updatedById: t.users.id,
    })
    .from(t.merges)
    .innerJoin(t.users, eq(t.users.id, t.merges.updatedBy))
    .where(and(eq(t.merges.workspaceId, workspaceId), eq(t.merges.id, mergeId)));
  return row ?? null;
}

/** Returns the proposal that a merge was finished with; null of one that never was. */
export async function getFinishedProposal(
  { q, t }: Db,
  { workspaceId, mergeId }: MergeKey,
): Promise<Proposal | null> {
  const [row] = await q
    .select({ proposal: t.merges.proposal })
    .from(t.merges)
    .where(and(eq(t.merges.workspaceId, workspaceId), eq(t.merges.id, mergeId)));
  return row?.proposal ? (JSON.parse(row.proposal) as Proposal) : null;
}

/** A source as it was pinned, with where its agent is now. */
export interface PinnedVersion extends PinnedSource {
  title: string;
  number: number;
  authors: string[];
  text: string;
  headId: string;
  deletedAt: number | null;
  archivedAt: number | null;
}

/** Returns what these agents said at these versions, in no order. */
export async function listPinnedVersions(
  { q, t }: Db,
  { workspaceId, sources }: { workspaceId: string; sources: readonly PinnedSource[] },
): Promise<PinnedVersion[]> {
  const pinned = new Set(sources.map(({ agentId, versionId }) => `${agentId} ${versionId}`));
  const found: PinnedVersion[] = [];
  for (const batch of inBatches(sources, 20)) {
    const rows = await q
      .select({
        agentId: t.versions.agentId,
        versionId: t.versions.id,
        number: t.versions.number,
        authors: t.versions.authors,
        title: t.agents.title,
        headId: t.agents.currentVersionId,
        deletedAt: t.agents.deletedAt,
        archivedAt: t.agents.archivedAt,
        bytes: t.texts.bytes,
      })
      .from(t.versions)
      .innerJoin(t.agents, eq(t.agents.id, t.versions.agentId))
      .innerJoin(
        t.texts,
        and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
      )
      .where(
        and(
          eq(t.versions.workspaceId, workspaceId),
          inArray(
            t.versions.id,
            batch.map(({ versionId }) => versionId),
          ),
        ),
      );
    for (const { bytes, ...row } of rows) {
      if (pinned.has(`${row.agentId} ${row.versionId}`)) found.push({ ...row, text: bytesToText(bytes) });
    }
  }
  return found;
}

/** Begins a draft. */
export async function createMerge(
  { q, t }: Tx,
  input: { workspaceId: string; title: string; sources: PinnedSource[]; userId: string; now: number },
): Promise<{ mergeId: string }> {
  const { workspaceId, title, sources, userId, now } = input;
  const mergeId = newId(now);
  await q.insert(t.merges).values({
    id: mergeId,
    workspaceId,
    title,
    status: 'draft',
    revision: 0,
    createdAt: now,
    createdBy: userId,
    updatedAt: now,
    updatedBy: userId,
    sources,
    decisions: [],
  });
  return { mergeId };
}

interface Change extends MergeKey {
  /** What the one who changes it saw: if it is something else by now, nothing is written. */
  from: { status: MergeStatus; revision: number };
  userId: string;
  now: number;
}

type MergeChange = Partial<{
  title: string;
  status: MergeStatus;
  sources: PinnedSource[];
  decisions: Decision[];
  resultAgentId: string;
  resultVersionId: string;
  proposal: string;
}>;

/** Changes a merge and counts its revision on; returns the new one, or null when somebody else was faster. */
export async function changeMerge(
  { q, t }: Tx,
  { workspaceId, mergeId, from, userId, now, ...change }: Change & MergeChange,
): Promise<number | null> {
  const [row] = await q
    .update(t.merges)
    .set({ ...change, revision: from.revision + 1, updatedAt: now, updatedBy: userId })
    .where(
      and(
        eq(t.merges.workspaceId, workspaceId),
        eq(t.merges.id, mergeId),
        eq(t.merges.status, from.status),
        eq(t.merges.revision, from.revision),
      ),
    )
    .returning({ revision: t.merges.revision });
  return row?.revision ?? null;
}

/** Returns the merges that made a version of this agent, those that were undone among them. */
export async function listMergesInto(
  { q, t }: Db,
  { workspaceId, agentId }: { workspaceId: string; agentId: string },
): Promise<{ mergeId: string; versionId: string }[]> {
  const rows = await q
    .select({ mergeId: t.merges.id, versionId: t.merges.resultVersionId })
    .from(t.merges)
    .where(and(eq(t.merges.workspaceId, workspaceId), eq(t.merges.resultAgentId, agentId)));
  return rows.flatMap(({ mergeId, versionId }) => (versionId ? [{ mergeId, versionId }] : []));
}

/** Returns the finished merges that took this agent as a source, with the number of the version that they pinned. */
export async function listMergesOnward(
  { q, t }: Db,
  { workspaceId, agentId }: { workspaceId: string; agentId: string },
): Promise<{ mergeId: string; title: string; number: number }[]> {
  const rows = await q
    .select({ mergeId: t.merges.id, title: t.merges.title, sources: t.merges.sources })
    .from(t.merges)
    .where(
      and(
        eq(t.merges.workspaceId, workspaceId),
        eq(t.merges.status, 'finished'),
        // Finds the few that may; which of them do is looked up in their sources.
        like(sql<string>`${t.merges.sources}`, `%"${agentId}"%`),
      ),
    );
  const found: { mergeId: string; title: string; number: number }[] = [];
  for (const { sources, ...merge } of rows) {
    const pinned = sources.find((source) => source.agentId === agentId);
    if (!pinned) continue;
    const [version] = await q
      .select({ number: t.versions.number })
      .from(t.versions)
      .where(and(eq(t.versions.workspaceId, workspaceId), eq(t.versions.id, pinned.versionId)));
    if (version) found.push({ ...merge, number: version.number });
  }
  return found;
}

/** Returns the finished merge that put this agent into another; null of an agent that is not archived. */
export async function getMergeOfArchived(
  { q, t }: Db,
  { workspaceId, agentId }: { workspaceId: string; agentId: string },
): Promise<{ mergeId: string; title: string; into: { agentId: string; title: string } } | null> {
  const into = aliasedTable(t.agents, 'into');
  const rows = await q
    .select({
      mergeId: t.merges.id,
      title: t.merges.title,
      sources: t.merges.sources,
      into: { agentId: into.id, title: into.title },
    })
    .from(t.agents)
    .innerJoin(into, eq(into.id, t.agents.mergedInto))
    .innerJoin(t.merges, eq(t.merges.resultAgentId, into.id))
    .where(
      and(
        eq(t.agents.workspaceId, workspaceId),
        eq(t.agents.id, agentId),
        eq(t.merges.workspaceId, workspaceId),
        eq(t.merges.status, 'finished'),
      ),
    )
    .orderBy(desc(t.merges.updatedAt));
  const found = rows.find(({ sources }) => sources.some((source) => source.agentId === agentId));
  if (!found) return null;
  const { sources: _sources, ...merge } = found;
  return merge;
}

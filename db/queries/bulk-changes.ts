/** Which agents were changed many at once, from what to what? */

import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';

import type { BulkKind, BulkRow } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { BulkItem } from '../schema/bulk-changes';
import { bytesToText } from '../text-bytes';

interface BulkKey {
  workspaceId: string;
  bulkId: string;
}

export interface BulkChangeRow {
  bulkId: string;
  kind: BulkKind;
  summary: string;
  createdById: string;
  undoneAt: number | null;
  items: BulkItem[];
}

/** Returns one page of the changes of many, the last first. */
export async function listBulkChanges(
  { q, t, engine }: Db,
  page: { workspaceId: string; offset: number; limit: number },
): Promise<BulkRow[]> {
  const { bulkChanges } = t;
  // The list itself may be long, and is not needed here.
  const agents =
    engine === 'sqlite'
      ? sql<number>`json_array_length(${bulkChanges.items})`
      : sql<number>`json_array_length(${bulkChanges.items}::json)`;
  return await q
    .select({
      bulkId: bulkChanges.id,
      kind: bulkChanges.kind,
      summary: bulkChanges.summary,
      agents: agents.mapWith(Number),
      createdAt: bulkChanges.createdAt,
      createdBy: t.users.name,
      createdById: t.users.id,
      undoneAt: bulkChanges.undoneAt,
    })
    .from(bulkChanges)
    .innerJoin(t.users, eq(t.users.id, bulkChanges.createdBy))
    .where(eq(bulkChanges.workspaceId, page.workspaceId))
    .orderBy(desc(bulkChanges.createdAt), desc(bulkChanges.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** Returns a change of many with its agents; null when the workspace has none of this id. */
export async function getBulkChange(
  { q, t }: Db,
  { workspaceId, bulkId }: BulkKey,
): Promise<BulkChangeRow | null> {
  const { bulkChanges } = t;
  const [row] = await q
    .select({
      bulkId: bulkChanges.id,
      kind: bulkChanges.kind,
      summary: bulkChanges.summary,
      createdById: bulkChanges.createdBy,
      undoneAt: bulkChanges.undoneAt,
      items: bulkChanges.items,
    })
    .from(bulkChanges)
    .where(and(eq(bulkChanges.workspaceId, workspaceId), eq(bulkChanges.id, bulkId)));
  return row ?? null;
}

/** Keeps what was changed first of a change of many. */
export async function createBulkChange(
  { q, t }: Tx,
  input: {
    workspaceId: string;
    kind: BulkKind;
    summary: string;
    items: BulkItem[];
    userId: string;
    now: number;
  },
): Promise<{ bulkId: string }> {
  const { workspaceId, kind, summary, items, userId, now } = input;
  const bulkId = newId(now);
  const row = { id: bulkId, workspaceId, kind, summary, items, createdAt: now, createdBy: userId };
  await q.insert(t.bulkChanges).values({ ...row, undoneAt: null });
  return { bulkId };
}

/** Keeps what was changed next; false when it was undone meanwhile, or there is none. */
export async function extendBulkChange(
  { q, t }: Tx,
  { workspaceId, bulkId, items }: BulkKey & { items: BulkItem[] },
): Promise<boolean> {
  const { bulkChanges } = t;
  // The end of the list is put after its beginning as it is stored: reading and writing thousands each time takes longer.
  const more = `,${JSON.stringify(items).slice(1)}`;
  const list = sql<string>`cast(${bulkChanges.items} as text)`;
  const rows = await q
    .update(bulkChanges)
    .set({ items: sql`substr(${list}, 1, length(${list}) - 1) || ${more}` })
    .where(
      and(eq(bulkChanges.workspaceId, workspaceId), eq(bulkChanges.id, bulkId), isNull(bulkChanges.undoneAt)),
    )
    .returning({ id: bulkChanges.id });
  return rows.length > 0;
}

/** Says that a change of many was undone; false when it was already, or there is none. */
export async function markBulkUndone(
  { q, t }: Tx,
  { workspaceId, bulkId, now }: BulkKey & { now: number },
): Promise<boolean> {
  const { bulkChanges } = t;
  const rows = await q
    .update(bulkChanges)
    .set({ undoneAt: now })
    .where(
      and(eq(bulkChanges.workspaceId, workspaceId), eq(bulkChanges.id, bulkId), isNull(bulkChanges.undoneAt)),
    )
    .returning({ id: bulkChanges.id });
  return rows.length > 0;
}

/** What an agent said at a version. */
export interface VersionText {
  agentId: string;
  versionId: string;
  fileName: string | null;
  text: string;
}

/** Returns what these versions say, in no order. */
export async function listVersionTexts(
  { q, t }: Db,
  { workspaceId, versionIds }: { workspaceId: string; versionIds: readonly string[] },
): Promise<VersionText[]> {
  const found: VersionText[] = [];
  for (const ids of inBatches(versionIds)) {
    const rows = await q
      .select({
        agentId: t.versions.agentId,
        versionId: t.versions.id,
        fileName: t.agents.fileName,
        bytes: t.texts.bytes,
      })
      .from(t.versions)
      .innerJoin(t.agents, eq(t.agents.id, t.versions.agentId))
      .innerJoin(
        t.texts,
        and(eq(t.texts.workspaceId, t.versions.workspaceId), eq(t.texts.sha256, t.versions.textSha)),
      )
      .where(and(eq(t.versions.workspaceId, workspaceId), inArray(t.versions.id, ids)));
    found.push(...rows.map(({ bytes, ...row }) => ({ ...row, text: bytesToText(bytes) })));
  }
  return found;
}

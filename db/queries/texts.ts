/** What does a file say, byte by byte? */

import { and, eq, inArray, notExists, sql } from 'drizzle-orm';

import { inBatches, inTurns } from '../batches';
import type { Db, Tx } from '../database';
import { bytesToText, textToBytes } from '../text-bytes';

/** A page of texts is in memory at once, each up to 1 MiB. */
const PAGE = 16;

/** Keeps `text` if the workspace has it not yet, and returns its SHA-256. */
export async function putText(
  { q, t }: Tx,
  { workspaceId, text }: { workspaceId: string; text: string },
): Promise<string> {
  const { bytes, sha256 } = textToBytes(text);
  await q.insert(t.texts).values({ workspaceId, sha256, bytes }).onConflictDoNothing();
  return sha256;
}

export async function getText(
  { q, t }: Db,
  { workspaceId, sha256 }: { workspaceId: string; sha256: string },
): Promise<string | null> {
  const [row] = await q
    .select({ bytes: t.texts.bytes })
    .from(t.texts)
    .where(and(eq(t.texts.workspaceId, workspaceId), eq(t.texts.sha256, sha256)));
  return row ? bytesToText(row.bytes) : null;
}

/**
 * Yields the bytes of each of `shas` in their order, a few in memory at a time. Texts never change, so a
 * list of hashes taken at one moment reads as of that moment, however long the reading takes.
 */
export async function* streamTexts(
  db: Db,
  query: { workspaceId: string; shas: readonly string[] },
): AsyncGenerator<{ sha256: string; bytes: Uint8Array }> {
  for await (const { sha256, bytes } of streamTextsLeft(db, query)) {
    if (!bytes) throw new Error(`The workspace has no text ${sha256}.`);
    yield { sha256, bytes };
  }
}

/** As `streamTexts`, with `bytes: null` for those that were removed since, with everything that said them. */
export async function* streamTextsLeft(
  { q, t }: Db,
  { workspaceId, shas }: { workspaceId: string; shas: readonly string[] },
): AsyncGenerator<{ sha256: string; bytes: Uint8Array | null }> {
  for (const page of inBatches(shas, PAGE)) {
    const rows = await q
      .select({ sha256: t.texts.sha256, bytes: t.texts.bytes })
      .from(t.texts)
      .where(and(eq(t.texts.workspaceId, workspaceId), inArray(t.texts.sha256, page)));
    const bytesOf = new Map(rows.map(({ sha256, bytes }) => [sha256, bytes]));
    for (const sha256 of page) {
      yield { sha256, bytes: bytesOf.get(sha256) ?? null };
    }
  }
}

/**
 * Removes those of these texts that no version and no template says. On PostgreSQL a save of the same text at the same
 * time makes it fail with a violated foreign key: then try again.
 */
export async function removeUnsaid(
  { engine, q, t }: Tx,
  { workspaceId, shas }: { workspaceId: string; shas: readonly string[] },
): Promise<void> {
  const saidBy = (table: typeof t.versions | typeof t.templates) =>
    q
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.workspaceId, t.texts.workspaceId), eq(table.textSha, t.texts.sha256)));
  // In one order, so that two such removals wait for each other instead of locking up.
  for await (const some of inTurns([...shas].sort())) {
    const which = and(eq(t.texts.workspaceId, workspaceId), inArray(t.texts.sha256, some));
    // Whoever saves such a text right now is waited for, so that what it says is seen below.
    if (engine === 'postgres')
      await q.select({ sha256: t.texts.sha256 }).from(t.texts).where(which).for('update');
    await q.delete(t.texts).where(and(which, notExists(saidBy(t.versions)), notExists(saidBy(t.templates))));
  }
}

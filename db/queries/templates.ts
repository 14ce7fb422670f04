/** From which texts of its own does a workspace begin new agents? */

import { and, asc, count, eq } from 'drizzle-orm';

import type { TemplateRow } from '@/lib/contract';

import type { Db, Tx } from '../database';
import { newId } from '../id';
import { bytesToText } from '../text-bytes';
import { putText, removeUnsaid } from './texts';

interface OfTemplate {
  workspaceId: string;
  templateId: string;
}

/** Returns the templates of the workspace, by title, without their texts. */
export async function listTemplates(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<TemplateRow[]> {
  return await q
    .select({
      id: t.templates.id,
      title: t.templates.title,
      purpose: t.templates.purpose,
      createdAt: t.templates.createdAt,
      createdBy: t.users.name,
    })
    .from(t.templates)
    .innerJoin(t.users, eq(t.users.id, t.templates.createdBy))
    .where(eq(t.templates.workspaceId, workspaceId))
    .orderBy(asc(t.templates.title), asc(t.templates.id));
}

export async function countTemplates(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<number> {
  const [row] = await q
    .select({ total: count() })
    .from(t.templates)
    .where(eq(t.templates.workspaceId, workspaceId));
  return row?.total ?? 0;
}

/** Returns the template with its text, exactly as it was kept, or null. */
export async function getTemplate(
  { q, t }: Db,
  { workspaceId, templateId }: OfTemplate,
): Promise<{ title: string; purpose: string; text: string } | null> {
  const [row] = await q
    .select({ title: t.templates.title, purpose: t.templates.purpose, bytes: t.texts.bytes })
    .from(t.templates)
    .innerJoin(
      t.texts,
      and(eq(t.texts.workspaceId, t.templates.workspaceId), eq(t.texts.sha256, t.templates.textSha)),
    )
    .where(and(eq(t.templates.workspaceId, workspaceId), eq(t.templates.id, templateId)));
  return row ? { title: row.title, purpose: row.purpose, text: bytesToText(row.bytes) } : null;
}

export async function createTemplate(
  tx: Tx,
  {
    workspaceId,
    userId,
    title,
    purpose,
    text,
    now,
  }: { workspaceId: string; userId: string; title: string; purpose: string; text: string; now: number },
): Promise<string> {
  const id = newId(now);
  const textSha = await putText(tx, { workspaceId, text });
  await tx.q
    .insert(tx.t.templates)
    .values({ id, workspaceId, title, purpose, textSha, createdAt: now, createdBy: userId });
  return id;
}

/** Says whether the template was there. */
export async function changeTemplate(
  { q, t }: Tx,
  { workspaceId, templateId, ...words }: OfTemplate & { title: string; purpose: string },
): Promise<boolean> {
  const changed = await q
    .update(t.templates)
    .set(words)
    .where(and(eq(t.templates.workspaceId, workspaceId), eq(t.templates.id, templateId)))
    .returning({ id: t.templates.id });
  return changed.length > 0;
}

/** Says whether the template was there. Its text goes, too, unless a version or another template says the same. */
export async function deleteTemplate(tx: Tx, { workspaceId, templateId }: OfTemplate): Promise<boolean> {
  const { q, t } = tx;
  const gone = await q
    .delete(t.templates)
    .where(and(eq(t.templates.workspaceId, workspaceId), eq(t.templates.id, templateId)))
    .returning({ sha256: t.templates.textSha });
  await removeUnsaid(tx, { workspaceId, shas: gone.map(({ sha256 }) => sha256) });
  return gone.length > 0;
}

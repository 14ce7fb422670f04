/** Which workspaces may a person see? */

import { and, asc, eq } from 'drizzle-orm';

import type { PublishingPolicy, WorkspaceSummary } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import type { Db, Tx } from '../database';
import { newId } from '../id';

/** Makes a workspace with its first owner. Returns null, and writes nothing, when the slug is taken. */
export async function createWorkspace(
  { q, t }: Tx,
  { slug, name, ownerId, now }: { slug: string; name: string; ownerId: string; now: number },
): Promise<WorkspaceSummary | null> {
  const [workspace] = await q
    .insert(t.workspaces)
    .values({ id: newId(now), slug, name, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: t.workspaces.slug })
    .returning();
  if (!workspace) return null;
  await q
    .insert(t.memberships)
    .values({ workspaceId: workspace.id, userId: ownerId, role: 'owner', createdAt: now });
  return { id: workspace.id, slug, name, role: 'owner', deletionDueAt: null };
}

/** Returns null alike when there is no such workspace and when the person is not in it. */
export async function getWorkspaceForMember(
  db: Db,
  { slug, userId }: { slug: string; userId: string },
): Promise<WorkspaceSummary | null> {
  const { t } = db;
  const [workspace] = await summaries(db).where(
    and(eq(t.workspaces.slug, slug), eq(t.memberships.userId, userId)),
  );
  return workspace ?? null;
}

/** The oldest membership first. */
export async function listWorkspacesOfUser(
  db: Db,
  { userId }: { userId: string },
): Promise<WorkspaceSummary[]> {
  const { t } = db;
  return await summaries(db)
    .where(eq(t.memberships.userId, userId))
    .orderBy(asc(t.memberships.createdAt), asc(t.workspaces.id));
}

export async function renameWorkspace(
  { q, t }: Tx,
  { workspaceId, name, now }: { workspaceId: string; name: string; now: number },
): Promise<void> {
  await q.update(t.workspaces).set({ name, updatedAt: now }).where(eq(t.workspaces.id, workspaceId));
}

/** What a member may do here now: the role, and whether the workspace is going to be deleted. */
export async function getStanding(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<{ role: Role; deletionDueAt: number | null } | null> {
  const { q, t } = db;
  const [standing] = await q
    .select({ role: t.memberships.role, deletionDueAt: t.workspaces.deletionDueAt })
    .from(t.memberships)
    .innerJoin(t.workspaces, eq(t.workspaces.id, t.memberships.workspaceId))
    .where(and(eq(t.memberships.workspaceId, workspaceId), eq(t.memberships.userId, userId)));
  return standing ?? null;
}

/** Returns what has to be read before it is published; null while the workspace has chosen nothing. */
export async function getPublishingPolicy(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<PublishingPolicy | null> {
  const [row] = await q
    .select({ publishing: t.workspaces.publishing })
    .from(t.workspaces)
    .where(eq(t.workspaces.id, workspaceId));
  return row?.publishing ?? null;
}

function summaries({ q, t }: Db) {
  return q
    .select({
      id: t.workspaces.id,
      slug: t.workspaces.slug,
      name: t.workspaces.name,
      role: t.memberships.role,
      deletionDueAt: t.workspaces.deletionDueAt,
    })
    .from(t.workspaces)
    .innerJoin(t.memberships, eq(t.memberships.workspaceId, t.workspaces.id));
}

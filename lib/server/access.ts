/** May the person who asks do this in this workspace? The one place that turns a slug into a scope. */

import 'server-only';

import { cache } from 'react';

import { getWorkspaceForMember } from '@/db';
import { type CurrentUser, workspaceSlug } from '@/lib/contract';
import { can, isKeptWhileDue, type Permission, type Role } from '@/lib/policy';

import { currentSession } from './session';
import { getStore } from './store';

/** What a member may work on: every query of workspace data takes its `workspaceId` from here. */
export interface Scope {
  user: CurrentUser;
  sessionId: string;
  workspaceId: string;
  slug: string;
  workspaceName: string;
  role: Role;
  /** When the workspace is deleted for good; null for one that stays. */
  deletionDueAt: number | null;
  /** What was asked for when it was given. */
  permission: Permission;
}

/** Why somebody does not get in; `due`: the workspace is going to be deleted, and can only be read. */
export type Denial = 'unauthenticated' | 'not_found' | 'forbidden' | 'due';

export type Access =
  | { ok: true; scope: Scope }
  /** `workspaceId` is known where a workspace of this slug exists; the answer must not depend on it. */
  | {
      ok: false;
      code: Denial;
      userId: string | null;
      workspaceId: string | null;
    };

/** A page and its layout, title and reads ask alike: one query for all of them. */
const membership = cache(async (slug: string, userId: string) => {
  const { read } = await getStore();
  return getWorkspaceForMember(read, { slug, userId });
});

/** Returns the scope of the person who asks, or why there is none. Outsiders and unknown slugs look the same. */
export async function findAccess(slug: unknown, permission: Permission): Promise<Access> {
  const session = await currentSession();
  if (!session) return { ok: false, code: 'unauthenticated', userId: null, workspaceId: null };
  const { user } = session;
  const parsed = workspaceSlug.safeParse(slug);
  if (!parsed.success) return { ok: false, code: 'not_found', userId: user.id, workspaceId: null };
  const found = await membership(parsed.data, user.id);
  // What is due is gone, also while it is still being taken away.
  if (!found || isOver(found.deletionDueAt))
    return { ok: false, code: 'not_found', userId: user.id, workspaceId: null };
  const { id: workspaceId, name: workspaceName, role, deletionDueAt } = found;
  if (!can(role, permission)) return { ok: false, code: 'forbidden', userId: user.id, workspaceId };
  if (!mayIn(found, permission)) return { ok: false, code: 'due', userId: user.id, workspaceId };
  return {
    ok: true,
    scope: {
      ...{ user, sessionId: session.id, workspaceId, slug: parsed.data, workspaceName },
      ...{ role, deletionDueAt, permission },
    },
  };
}

/** Says whether a member with this role may do this in the workspace as it stands. */
export function mayIn(
  { role, deletionDueAt }: Pick<Scope, 'role' | 'deletionDueAt'>,
  permission: Permission,
): boolean {
  return can(role, permission) && (deletionDueAt === null || isKeptWhileDue(permission));
}

/** Says whether a workspace has come to its end. */
export function isOver(deletionDueAt: number | null): boolean {
  return deletionDueAt !== null && deletionDueAt <= Date.now();
}

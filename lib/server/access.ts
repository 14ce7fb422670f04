/** May the person who asks do this in this workspace? The one place that turns a slug into a scope. */

import 'server-only';

import { cache } from 'react';

import { getWorkspaceForMember } from '@/db';
import { type CurrentUser, workspaceSlug } from '@/lib/contract';
import { can, type Permission, type Role } from '@/lib/policy';

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
  /** What was asked for when it was given. */
  permission: Permission;
}

export type Access =
  | { ok: true; scope: Scope }
  /** `workspaceId` is known where a workspace of this slug exists; the answer must not depend on it. */
  | {
      ok: false;
      code: 'unauthenticated' | 'not_found' | 'forbidden';
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
  if (!found) return { ok: false, code: 'not_found', userId: user.id, workspaceId: null };
  const { id: workspaceId, name: workspaceName, role } = found;
  if (!can(role, permission)) return { ok: false, code: 'forbidden', userId: user.id, workspaceId };
  return {
    ok: true,
    scope: { user, sessionId: session.id, workspaceId, slug: parsed.data, workspaceName, role, permission },
  };
}

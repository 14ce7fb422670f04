/** Which workspace is this, and who is in it? */

import 'server-only';

import { listInvitations as selectInvitations, listMembers as selectMembers } from '@/db';
import type { CurrentUser, InvitationRow, MemberRow, WorkspaceSummary } from '@/lib/contract';
import type { Permission } from '@/lib/policy';

import { mayIn } from '../access';
import { requireScope } from '../pages';
import { getStore } from '../store';

export interface OpenWorkspace {
  workspace: WorkspaceSummary;
  user: CurrentUser;
  can: (permission: Permission) => boolean;
}

/** Returns the workspace of this slug to a member; a 404 to anybody else. */
export async function requireWorkspace(slug: string): Promise<OpenWorkspace> {
  const scope = await requireScope(slug, 'workspace:read');
  const { user, workspaceId, workspaceName, role, deletionDueAt } = scope;
  return {
    workspace: { id: workspaceId, slug, name: workspaceName, role, deletionDueAt },
    user,
    can: (permission) => mayIn(scope, permission),
  };
}

/** Returns who belongs to the workspace, the oldest membership first. */
export async function listMembers(slug: string): Promise<MemberRow[]> {
  const { workspaceId } = await requireScope(slug, 'member:list');
  const { read } = await getStore();
  return selectMembers(read, { workspaceId });
}

/** Returns the open invitations, without their links. */
export async function listInvitations(slug: string): Promise<InvitationRow[]> {
  const { workspaceId } = await requireScope(slug, 'member:invite');
  const { read } = await getStore();
  return selectInvitations(read, { workspaceId, now: Date.now() });
}

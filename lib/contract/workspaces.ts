/** What do the browser and the server say of workspaces and their members? */

import { ROLES, type Role } from '@/lib/policy';
import { workspaceSlug } from './slug';
import { id, line } from './text';
import { z } from './zod';

export const role = z.enum(ROLES);
export const workspaceName = line(80, 'Name the workspace.');

export const createWorkspaceInput = z.object({
  name: workspaceName,
  slug: workspaceSlug,
});
export type CreateWorkspaceInput = z.input<typeof createWorkspaceInput>;

export const renameWorkspaceInput = z.object({
  workspace: workspaceSlug,
  name: workspaceName,
});
export type RenameWorkspaceInput = z.input<typeof renameWorkspaceInput>;

/** For how many days a link may stay open, and how many people may join by it. */
export const INVITATION_DAYS = [1, 7, 30] as const;
export const INVITATION_USES = [1, 5, 25] as const;

export const createInvitationInput = z.object({
  workspace: workspaceSlug,
  role: z.enum(['admin', 'editor', 'viewer']),
  days: z.literal(INVITATION_DAYS).default(7),
  uses: z.literal(INVITATION_USES).default(1),
});
export type CreateInvitationInput = z.input<typeof createInvitationInput>;

export const revokeInvitationInput = z.object({ workspace: workspaceSlug, invitationId: id });
export type RevokeInvitationInput = z.input<typeof revokeInvitationInput>;

export const changeMemberRoleInput = z.object({ workspace: workspaceSlug, userId: id, role });
export type ChangeMemberRoleInput = z.input<typeof changeMemberRoleInput>;

export const removeMemberInput = z.object({ workspace: workspaceSlug, userId: id });
export type RemoveMemberInput = z.input<typeof removeMemberInput>;

export interface WorkspaceSummary {
  id: string;
  slug: string;
  name: string;
  role: Role;
}

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: number;
}

/** An open invitation. The link itself is shown once, when it is made. Times are integer milliseconds. */
export interface InvitationRow {
  id: string;
  role: Role;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  maxUses: number;
  /** How many have joined by it. */
  uses: number;
}

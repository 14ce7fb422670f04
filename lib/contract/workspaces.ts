/** What do the browser and the server say of workspaces and their members? */

import { ROLES, type Role } from '@/lib/policy';

import { email } from './email';
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

/** How many people are invited at once. */
export const INVITATIONS_AT_ONCE = 20;

export const inviteByEmailInput = z.object({
  workspace: workspaceSlug,
  role: z.enum(['admin', 'editor', 'viewer']),
  days: z.literal(INVITATION_DAYS).default(7),
  emails: z
    .array(email)
    .min(1, 'Give an e-mail address.')
    .max(INVITATIONS_AT_ONCE, `Invite at most ${INVITATIONS_AT_ONCE} people at once.`)
    .transform((all) => [...new Set(all)]),
});
export type InviteByEmailInput = z.input<typeof inviteByEmailInput>;

export const resendInvitationInput = z.object({ workspace: workspaceSlug, invitationId: id });
export type ResendInvitationInput = z.input<typeof resendInvitationInput>;

export const revokeInvitationInput = z.object({ workspace: workspaceSlug, invitationId: id });
export type RevokeInvitationInput = z.input<typeof revokeInvitationInput>;

export const changeMemberRoleInput = z.object({ workspace: workspaceSlug, userId: id, role });
export type ChangeMemberRoleInput = z.input<typeof changeMemberRoleInput>;

export const removeMemberInput = z.object({ workspace: workspaceSlug, userId: id });
export type RemoveMemberInput = z.input<typeof removeMemberInput>;

export const leaveWorkspaceInput = z.object({ workspace: workspaceSlug });
export type LeaveWorkspaceInput = z.input<typeof leaveWorkspaceInput>;

export const transferOwnershipInput = z.object({ workspace: workspaceSlug, userId: id });
export type TransferOwnershipInput = z.input<typeof transferOwnershipInput>;
/**
 * For how many days a workspace that somebody wants deleted can still be read, exported and kept: long enough that
 * whoever is away for a week, and the one whom they ask, hear of it.
 */
export const DELETION_DAYS = 14;

/** `name` is what the person typed, to be sure that this one is meant. */
export const askWorkspaceDeletionInput = z.object({
  workspace: workspaceSlug,
  name: z.string().max(200),
});
export type AskWorkspaceDeletionInput = z.input<typeof askWorkspaceDeletionInput>;

export const callOffWorkspaceDeletionInput = z.object({ workspace: workspaceSlug });
export type CallOffWorkspaceDeletionInput = z.input<typeof callOffWorkspaceDeletionInput>;

/**
 * How far the export of a whole workspace is; `none` when nobody began one this day, `unknown` when one was begun and
 * this server does not know how it went: it was restarted, or another server is at it.
 */
export interface ArchiveProgress {
  state: 'none' | 'running' | 'done' | 'stopped' | 'unknown';
  /** Texts that were written, of how many; 0 while it is being prepared. */
  written: number;
  total: number;
  /** When it ended, or of an unknown one when it began. */
  at: number | null;
}

export const createResetLinkInput = z.object({ workspace: workspaceSlug, userId: id });
export type CreateResetLinkInput = z.input<typeof createResetLinkInput>;

/** A link for a new password. It is shown once. */
export interface ResetLink {
  url: string;
  expiresAt: number;
}

export interface WorkspaceSummary {
  id: string;
  slug: string;
  name: string;
  role: Role;
  /** When it is deleted for good; null for one that stays. */
  deletionDueAt: number | null;
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
  /** Whom it was sent to by e-mail; null for a link that was handed over. */
  email: string | null;
  role: Role;
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  maxUses: number;
  /** How many have joined by it. */
  uses: number;
}

/** What became of an invitation by e-mail. */
export interface SentInvitation {
  invitation: InvitationRow;
  /** Null when the e-mail went out; else why not, and the link to be sent by hand. */
  unsent: { reason: string; url: string } | null;
}

/** May somebody come in who has no account yet? The first one by token, others by invitation. */

import 'server-only';

import {
  getInvitationByTokenHash,
  getMemberRole,
  getPasswordReset,
  getSetting,
  isOnlyInWorkspacesOf,
} from '@/db';
import type { ProviderButton } from '@/lib/contract';
import type { Role } from '@/lib/policy';

import { isSignUpOpen } from '../environment';
import { listProviders } from '../identity/providers';
import { isMailOn } from '../mail';
import { hashToken } from '../secrets';
import { currentSession } from '../session';
import { needsSetup, SETUP_TOKEN } from '../setup';
import { getStore } from '../store';

export { isMailOn, isSignUpOpen, needsSetup };

/** Returns the providers by which people may sign in here. */
export function listProviderButtons(): ProviderButton[] {
  return listProviders().map(({ id, name }) => ({ id, name }));
}

/** Says whether this is the token that the terminal shows now. */
export async function isSetupToken(token: string): Promise<boolean> {
  const { read } = await getStore();
  return (await getSetting(read, { key: SETUP_TOKEN })) === hashToken(token);
}

export interface InvitationOffer {
  workspaceName: string;
  workspaceSlug: string;
  role: Role;
  invitedBy: string;
  /** Whom it was sent to by e-mail; null for a link. */
  email: string | null;
  /** The person who asks belongs to the workspace already. */
  alreadyMember: boolean;
}

/** Returns what an invitation link offers; null when it is unknown, expired, used or taken back. */
export async function getInvitation(token: string): Promise<InvitationOffer | null> {
  const { read } = await getStore();
  const found = await getInvitationByTokenHash(read, { tokenHash: hashToken(token), now: Date.now() });
  if (!found) return null;
  const { workspaceId, workspaceName, workspaceSlug, role, invitedBy, email } = found;
  const session = await currentSession();
  const present = session && (await getMemberRole(read, { workspaceId, userId: session.user.id }));
  return { workspaceName, workspaceSlug, role, invitedBy, email, alreadyMember: Boolean(present) };
}

/** Returns whose password a link sets; null when it is unknown, used or too old, or its maker is no longer the owner. */
export async function getResetOffer(token: string): Promise<{ email: string } | null> {
  const { read } = await getStore();
  const found = await getPasswordReset(read, { tokenHash: hashToken(token), now: Date.now() });
  if (!found) return null;
  const { userId, createdBy, email } = found;
  if (createdBy && !(await isOnlyInWorkspacesOf(read, { userId, ownerId: createdBy }))) return null;
  return { email };
}

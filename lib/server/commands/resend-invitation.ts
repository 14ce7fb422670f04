/** What if the e-mail got lost? Another goes to the same address, with another link; the former one no longer works. */

import 'server-only';

import { listInvitations, renewInvitation } from '@/db';
import { resendInvitationInput } from '@/lib/contract';
import { canManage } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import type { Unsent } from '../identity/send-invitations';
import { isMailOn } from '../mail';
import { hashToken, newToken } from '../secrets';
import { noMail } from './invite-by-email';

export const resendInvitation = workspaceCommand({
  event: 'invitation.sent-again',
  permission: 'member:invite',
  input: resendInvitationInput,
  limit: 'invitation-mail',
  prepare: async () => newToken(),
  async commit(tx, token, { invitationId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const open = await listInvitations(tx, { workspaceId, now });
    const invitation = open.find(({ id }) => id === invitationId);
    if (!invitation) throw notFoundFailure();
    if (!isMailOn()) throw noMail();
    const { role, email } = invitation;
    if (!email) throw new Failure('conflict', 'This link was sent to nobody. Create a new one.');
    if (!canManage(scope.role, role, role)) {
      throw new Failure('forbidden', 'You can invite people up to your own role.');
    }
    // As long from now as it was open at first.
    const expiresAt = now + invitation.expiresAt - invitation.createdAt;
    const key = { workspaceId, invitationId, tokenHash: hashToken(token), expiresAt, now };
    if (!(await renewInvitation(tx, key))) throw notFoundFailure();
    const workspace = { id: workspaceId, name: scope.workspaceName };
    const output: Unsent[] = [
      { invitation: { ...invitation, email, createdAt: now, expiresAt }, token, workspace, inviter: user },
    ];
    return { output, subjectId: invitationId, details: { emails: [email] } };
  },
});

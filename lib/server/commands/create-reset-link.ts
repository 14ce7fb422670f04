/** How does an owner help somebody who forgot the password? By a link, for members who belong to nobody else's workspace. */

import 'server-only';

import { createPasswordReset, getMemberRole, isOnlyInWorkspacesOf } from '@/db';
import { createResetLinkInput, type ResetLink } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { RESET_MS, resetUrl } from '../identity/reset-links';
import { hashToken, newToken } from '../secrets';

export const createResetLink = workspaceCommand({
  event: 'user.reset-link-made',
  permission: 'member:reset-password',
  input: createResetLinkInput,
  async prepare({ userId }, { scope }) {
    if (userId === scope.user.id) {
      throw new Failure('invalid_input', 'Change your own password on your account page.');
    }
    return newToken();
  },
  async commit(tx, token, { userId }, { scope, now }) {
    const { workspaceId, user } = scope;
    if (!(await getMemberRole(tx, { workspaceId, userId }))) throw notFoundFailure();
    // Whoever holds the link holds the account, and with it all that the account may elsewhere.
    if (!(await isOnlyInWorkspacesOf(tx, { userId, ownerId: user.id }))) {
      throw new Failure(
        'forbidden',
        'This member also belongs to a workspace that you do not own, so you cannot set their password. Whoever runs the server can.',
      );
    }
    const expiresAt = now + RESET_MS;
    const reset = { userId, tokenHash: hashToken(token), createdBy: user.id, expiresAt, now };
    await createPasswordReset(tx, reset);
    const output: ResetLink = { url: resetUrl(token), expiresAt };
    return { output, subjectId: userId };
  },
});

/** How is somebody invited? By a link that carries a role, ends, works so many times, and is shown once. */

import 'server-only';

import { createInvitation as insertInvitation } from '@/db';
import { createInvitationInput, type InvitationRow } from '@/lib/contract';
import { canManage } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';
import { invitationUrl } from '../identity/invitation-links';
import { hashToken, newToken } from '../secrets';

const DAY_MS = 24 * 60 * 60 * 1000;

export const createInvitation = workspaceCommand({
  event: 'invitation.created',
  permission: 'member:invite',
  input: createInvitationInput,
  prepare: async () => newToken(),
  async commit(tx, token, { role, days, uses: maxUses }, { scope, now }) {
    if (!canManage(scope.role, role, role)) {
      throw new Failure('forbidden', 'You can invite people up to your own role.');
    }
    const expiresAt = now + days * DAY_MS;
    const { id } = await insertInvitation(tx, {
      workspaceId: scope.workspaceId,
      tokenHash: hashToken(token),
      role,
      createdBy: scope.user.id,
      expiresAt,
      maxUses,
      now,
    });
    const createdBy = scope.user.name;
    const row = { id, email: null, role, createdBy, createdAt: now, expiresAt, maxUses, uses: 0 };
    return {
      output: { url: invitationUrl(token), invitation: row satisfies InvitationRow },
      subjectId: id,
      details: { role, days, maxUses },
    };
  },
});

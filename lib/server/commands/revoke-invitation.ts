/** How is an invitation taken back? The link stops working at once. */

import 'server-only';

import { revokeInvitation as closeInvitation } from '@/db';
import { revokeInvitationInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';

export const revokeInvitation = workspaceCommand({
  event: 'invitation.revoked',
  permission: 'member:invite',
  input: revokeInvitationInput,
  prepare: async () => null,
  async commit(tx, _prepared, { invitationId }, { scope, now }) {
    const { workspaceId } = scope;
    if (!(await closeInvitation(tx, { workspaceId, invitationId, now }))) {
      throw new Failure('not_found', 'This invitation is not open any more.');
    }
    return { output: { invitationId }, subjectId: invitationId };
  },
});

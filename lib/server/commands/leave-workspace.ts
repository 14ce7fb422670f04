/** How does somebody leave a workspace? By themselves, at once; its only owner hands it over first. */

import 'server-only';

import { removeMember as deleteMembership, getMemberRole, revokeInvitationsOf } from '@/db';
import { leaveWorkspaceInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, LostRace } from '../failure';

export const leaveWorkspace = workspaceCommand({
  event: 'member.left',
  permission: 'member:leave',
  input: leaveWorkspaceInput,
  prepare: async () => null,
  async commit(tx, _prepared, _input, { scope, now }) {
    const { workspaceId, role } = scope;
    const userId = scope.user.id;
    if (!(await deleteMembership(tx, { workspaceId, userId, from: role, now }))) {
      if ((await getMemberRole(tx, { workspaceId, userId })) !== role) throw new LostRace();
      throw new Failure('conflict', 'You are its only owner. Hand the workspace over first, then leave.');
    }
    const endedInvitations = await revokeInvitationsOf(tx, { workspaceId, createdBy: userId, now });
    return {
      output: { left: true as const },
      subjectId: userId,
      details: { role, endedInvitations },
      endsAccess: true,
    };
  },
});

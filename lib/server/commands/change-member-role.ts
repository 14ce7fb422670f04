/** How does a member get another role? From somebody who stands at least as high, and never the last owner. */

import 'server-only';

import { getMemberRole, revokeInvitationsOf, changeMemberRole as updateRole } from '@/db';
import { changeMemberRoleInput } from '@/lib/contract';
import { can, canManage } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { whyUnchanged } from './why-unchanged';

export const changeMemberRole = workspaceCommand({
  event: 'member.role-changed',
  permission: 'member:change-role',
  input: changeMemberRoleInput,
  prepare: async () => null,
  async commit(tx, _prepared, { userId, role }, { scope, now }) {
    const { workspaceId } = scope;
    const before = await getMemberRole(tx, { workspaceId, userId });
    if (!before) throw notFoundFailure();
    if (!canManage(scope.role, before, role)) {
      throw new Failure('forbidden', 'Only an owner can change an owner, or make one.');
    }
    if (before === role) return { output: { userId, role }, nothingChanged: true };
    if (!(await updateRole(tx, { workspaceId, userId, from: before, role, now }))) {
      throw await whyUnchanged(tx, { workspaceId, userId, from: before });
    }
    // Links of somebody who may invite no longer would let them back in as what they were.
    const endedInvitations = can(role, 'member:invite')
      ? 0
      : await revokeInvitationsOf(tx, { workspaceId, createdBy: userId, now });
    return {
      output: { userId, role },
      subjectId: userId,
      details: { before, role, endedInvitations },
      endsAccess: true,
    };
  },
});

/** How does somebody stop being a member? At once: the next request finds no membership, and no link leads back. */

import 'server-only';

import {
  removeMember as deleteMembership,
  getMemberRole,
  revokeInvitationsOf,
  revokeInvitationsUsedBy,
} from '@/db';
import { removeMemberInput } from '@/lib/contract';
import { canManage } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { whyUnchanged } from './why-unchanged';

export const removeMember = workspaceCommand({
  event: 'member.removed',
  permission: 'member:remove',
  input: removeMemberInput,
  prepare: async () => null,
  async commit(tx, _prepared, { userId }, { scope, now }) {
    const { workspaceId } = scope;
    const role = await getMemberRole(tx, { workspaceId, userId });
    if (!role) throw notFoundFailure();
    if (!canManage(scope.role, role, null)) {
      throw new Failure('forbidden', 'Only an owner can remove an owner.');
    }
    if (!(await deleteMembership(tx, { workspaceId, userId, from: role, now }))) {
      throw await whyUnchanged(tx, { workspaceId, userId, from: role });
    }
    // A link for several people that they came by would let them in again, under another address even.
    const endedInvitations =
      (await revokeInvitationsOf(tx, { workspaceId, createdBy: userId, now })) +
      (await revokeInvitationsUsedBy(tx, { workspaceId, userId, now }));
    return { output: { userId }, subjectId: userId, details: { role, endedInvitations }, endsAccess: true };
  },
});

/** How does a workspace get another owner? In one step: the other becomes its owner, and who hands it over an admin. */

import 'server-only';

import { transferOwnership as changeOwner, getMemberRole } from '@/db';
import { transferOwnershipInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';

export const transferOwnership = workspaceCommand({
  event: 'workspace.handed-over',
  permission: 'workspace:transfer',
  input: transferOwnershipInput,
  async prepare({ userId }, { scope }) {
    if (userId === scope.user.id) {
      throw new Failure('invalid_input', 'You own this workspace already. Choose somebody else.');
    }
    return null;
  },
  async commit(tx, _prepared, { userId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const before = await getMemberRole(tx, { workspaceId, userId });
    if (!before) throw notFoundFailure();
    if (!(await changeOwner(tx, { workspaceId, fromId: user.id, toId: userId, now }))) throw new LostRace();
    return { output: { userId }, subjectId: userId, details: { before }, endsAccess: true };
  },
});

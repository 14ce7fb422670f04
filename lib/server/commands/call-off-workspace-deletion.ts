/** How is a workspace kept that was given up? Any owner says so, before its time has come. */

import 'server-only';

import { callOffDeletion } from '@/db';
import { callOffWorkspaceDeletionInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';

export const callOffWorkspaceDeletion = workspaceCommand({
  event: 'workspace.deletion-called-off',
  permission: 'workspace:delete',
  input: callOffWorkspaceDeletionInput,
  prepare: async () => null,
  async commit(tx, _prepared, _input, { scope: { workspaceId }, now }) {
    if (!(await callOffDeletion(tx, { workspaceId, now }))) {
      throw new Failure('conflict', 'This workspace is not going to be deleted. Reload the page.');
    }
    return { output: {}, subjectId: workspaceId };
  },
});

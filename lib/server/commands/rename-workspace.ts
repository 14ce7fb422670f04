/** How does a workspace get another name? Its address stays. */

import 'server-only';

import { renameWorkspace as updateName } from '@/db';
import { renameWorkspaceInput } from '@/lib/contract';

import { workspaceCommand } from '../command';

export const renameWorkspace = workspaceCommand({
  event: 'workspace.renamed',
  permission: 'workspace:rename',
  input: renameWorkspaceInput,
  prepare: async () => null,
  async commit(tx, _prepared, { name }, { scope, now }) {
    const { workspaceId, workspaceName: before } = scope;
    if (name === before) return { output: { name }, nothingChanged: true };
    await updateName(tx, { workspaceId, name, now });
    return { output: { name }, subjectId: workspaceId, details: { before, name } };
  },
});

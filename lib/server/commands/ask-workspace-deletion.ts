/** How is a workspace given up? Its owner has taken everything along, names it, and everybody has two weeks to object. */

import 'server-only';

import { askDeletion, pageOfAudit } from '@/db';
import { askWorkspaceDeletionInput, DELETION_DAYS } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure } from '../failure';

const DAY_MS = 86_400_000;
/** An export that is older than this is not of what the workspace holds now. */
const FRESH_MS = DAY_MS;

export const askWorkspaceDeletion = workspaceCommand({
  event: 'workspace.deletion-asked',
  permission: 'workspace:delete',
  input: askWorkspaceDeletionInput,
  async prepare({ name }, { read, scope: { workspaceId, workspaceName }, now }) {
    if (name.trim() !== workspaceName) {
      const problem = `Type the name of the workspace as it stands here: ${workspaceName}`;
      throw new Failure('invalid_input', problem, { name: [problem] });
    }
    const query = { workspaceId, events: ['workspace.exported'], since: now - FRESH_MS };
    const { rows } = await pageOfAudit(read, query, { before: null, limit: 1 });
    if (rows.length > 0) return;
    throw new Failure(
      'conflict',
      'Export the whole workspace first. Nothing else keeps what it holds once it is deleted.',
    );
  },
  async commit(tx, _prepared, _input, { scope: { workspaceId, user }, now }) {
    const dueAt = now + DELETION_DAYS * DAY_MS;
    if (!(await askDeletion(tx, { workspaceId, userId: user.id, dueAt, now }))) {
      throw new Failure('conflict', 'This workspace is going to be deleted already. Reload the page.');
    }
    return { output: { dueAt }, subjectId: workspaceId, details: { days: DELETION_DAYS } };
  },
});

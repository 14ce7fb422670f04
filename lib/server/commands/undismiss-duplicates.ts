/** How does a team take it back that two agents are not duplicates? */

import 'server-only';

import { removeDistinctPairs } from '@/db';
import { notDuplicatesInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { auditedPairs, requirePairs } from '../pairs';

export const undismissDuplicates = workspaceCommand({
  event: 'duplicates.undismissed',
  permission: 'duplicates:dismiss',
  input: notDuplicatesInput,
  prepare: async ({ pairs }, { read, scope: { workspaceId } }) => requirePairs(read, workspaceId, pairs),
  async commit(tx, _prepared, { pairs }, { scope: { workspaceId } }) {
    const count = await removeDistinctPairs(tx, { workspaceId, pairs });
    return { output: { count }, ...auditedPairs(pairs, count) };
  },
});

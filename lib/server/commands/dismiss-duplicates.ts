/** How does a team say that two agents are not duplicates? By pair; it is remembered with who said so. */

import 'server-only';

import { addDistinctPairs } from '@/db';
import { notDuplicatesInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { auditedPairs, requirePairs } from '../pairs';

export const dismissDuplicates = workspaceCommand({
  event: 'duplicates.dismissed',
  permission: 'duplicates:dismiss',
  input: notDuplicatesInput,
  prepare: async ({ pairs }, { read, scope: { workspaceId } }) => requirePairs(read, workspaceId, pairs),
  async commit(tx, _prepared, { pairs }, { scope, now }) {
    const { workspaceId, user } = scope;
    const count = await addDistinctPairs(tx, { workspaceId, pairs, userId: user.id, now });
    return { output: { count }, ...auditedPairs(pairs, count) };
  },
});

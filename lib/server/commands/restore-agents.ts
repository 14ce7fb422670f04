/** How do deleted agents come back? As they were, with all their versions. */

import 'server-only';

import { restoreAgents as takeFromBin } from '@/db';
import { deleteAgentsInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';
import { audited } from './audited-ids';

export const restoreAgents = workspaceCommand({
  event: 'agent.restored',
  permission: 'agent:restore',
  input: deleteAgentsInput,
  prepare: async () => null,
  async commit(tx, _prepared, { agentIds }, { scope, now }) {
    const { workspaceId, user } = scope;
    const ids = await takeFromBin(tx, { workspaceId, agentIds, userId: user.id, now });
    if (ids.length === 0) throw notFoundFailure();
    return { output: { count: ids.length }, ...audited(ids) };
  },
});

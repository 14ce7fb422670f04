/** How do agents go? Into the bin, all or none, from where they can be brought back. */

import 'server-only';

import { deleteAgents as moveToBin } from '@/db';
import { deleteAgentsInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';
import { audited } from './audited-ids';

export const deleteAgents = workspaceCommand({
  event: 'agent.deleted',
  permission: 'agent:delete',
  input: deleteAgentsInput,
  prepare: async () => null,
  async commit(tx, _prepared, { agentIds }, { scope, now }) {
    const { workspaceId, user } = scope;
    const ids = await moveToBin(tx, { workspaceId, agentIds, userId: user.id, now });
    if (ids.length === 0) throw notFoundFailure();
    return { output: { count: ids.length }, ...audited(ids) };
  },
});

/** What is alike in deleting, restoring, archiving and bringing back? The chosen agents are moved, all at once. */

import 'server-only';

import type { Tx } from '@/db';
import { type MovedAgents, moveAgentsInput } from '@/lib/contract';
import type { Permission } from '@/lib/policy';

import { listChosenIds } from '../chosen-agents';
import { workspaceCommand } from '../command';
import { Failure } from '../failure';
import { audited } from './audited-ids';

interface Moving {
  event: string;
  permission: Permission;
  move: (
    tx: Tx,
    input: { workspaceId: string; agentIds: string[]; userId: string; now: number },
  ) => Promise<string[]>;
  /** Said when none of them could be moved. */
  otherwise: string;
}

/** Declares a command that moves the chosen agents. */
export function movingAgents({ event, permission, move, otherwise }: Moving) {
  return workspaceCommand({
    event,
    permission,
    input: moveAgentsInput,
    prepare: ({ choice }, { read, scope, now }) => listChosenIds(read, scope, choice, now),
    async commit(tx, agentIds, _input, { scope: { workspaceId, user }, now }) {
      const ids = await move(tx, { workspaceId, agentIds, userId: user.id, now });
      if (ids.length === 0) throw new Failure('not_found', otherwise);
      const output: MovedAgents = { ids };
      return { output, ...audited(ids) };
    },
  });
}

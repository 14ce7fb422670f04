/** Which agents did a person call not duplicates? A row per pair, the smaller id first. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

interface Parents {
  users: Users;
  workspaces: Workspaces;
  agents: Agents;
}

export const distinctPairs = (kit: Kit, { users, workspaces, agents }: Parents) =>
  kit.table(
    'distinct_pairs',
    {
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentA: partOf(kit, 'agent_a', agents),
      agentB: partOf(kit, 'agent_b', agents),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
    },
    (t) => [
      kit.primaryKey({ name: 'distinct_pairs_pk', columns: [t.workspaceId, t.agentA, t.agentB] }),
      kit.index('distinct_pairs_of_a').on(t.agentA),
      kit.index('distinct_pairs_of_b').on(t.agentB),
    ],
  );

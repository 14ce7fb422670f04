/** Which agents did a person call not duplicates? A row per pair, the smaller id first. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
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
      workspaceId: kit
        .text('workspace_id')
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      agentA: kit
        .text('agent_a')
        .notNull()
        .references(() => agents.id, { onDelete: 'cascade' }),
      agentB: kit
        .text('agent_b')
        .notNull()
        .references(() => agents.id, { onDelete: 'cascade' }),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => users.id),
    },
    (t) => [kit.primaryKey({ name: 'distinct_pairs_pk', columns: [t.workspaceId, t.agentA, t.agentB] })],
  );

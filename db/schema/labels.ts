/** Which version of an agent carries which label, and how did it come there? */

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

/** Where a label stands now: one version of an agent. */
export const labels = (kit: Kit, { users, workspaces, agents }: Parents) =>
  kit.table(
    'labels',
    {
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      name: kit.text('name').notNull(),
      versionId: kit.text('version_id').notNull(),
      movedAt: kit.integer('moved_at').notNull(),
      movedBy: doneBy(kit, 'moved_by', users),
    },
    (t) => [
      kit.primaryKey({ name: 'labels_pk', columns: [t.agentId, t.name] }),
      kit.index('labels_by_name').on(t.workspaceId, t.name),
    ],
  );

/** Each move of a label; from nothing when it was put, to nothing when it was taken away. */
export const labelMoves = (kit: Kit, { users, workspaces, agents }: Parents) =>
  kit.table(
    'label_moves',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      name: kit.text('name').notNull(),
      fromVersionId: kit.text('from_version_id'),
      toVersionId: kit.text('to_version_id'),
      /** The proposal that was published by it. */
      proposalId: kit.text('proposal_id'),
      movedAt: kit.integer('moved_at').notNull(),
      movedBy: doneBy(kit, 'moved_by', users),
    },
    (t) => [
      kit.index('label_moves_of_agent').on(t.agentId, t.name, t.movedAt),
      kit.index('label_moves_of_proposal').on(t.workspaceId, t.proposalId),
    ],
  );

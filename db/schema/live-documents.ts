/** What is being typed in an agent that is open at several people's, and not yet a version? */

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

/** One document of an agent, seeded once from a version. */
export const liveDocuments = (kit: Kit, { workspaces, agents }: Omit<Parents, 'users'>) =>
  kit.table(
    'live_documents',
    {
      agentId: kit
        .text('agent_id')
        .primaryKey()
        .references(() => agents.id, { onDelete: 'cascade' }),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      /** Which seed this is; what was typed into another one is not of this document. */
      generation: kit.text('generation').notNull(),
      /** The version whose text the document holds beside what was typed since. */
      baseVersionId: kit.text('base_version_id').notNull(),
      /** Yjs: the document up to `stateSequence`, compacted. */
      state: kit.bytes('state').notNull(),
      stateSequence: kit.integer('state_sequence').notNull(),
      /** The number of the newest update. */
      sequence: kit.integer('sequence').notNull(),
      /** User ids of those who typed since the base version. */
      typists: kit.json<string[]>('typists').notNull(),
      updatedAt: kit.integer('updated_at').notNull(),
    },
    (t) => [kit.index('live_documents_of_workspace').on(t.workspaceId)],
  );

/** The updates since the document was compacted, as Yjs encodes them. */
export const liveUpdates = (kit: Kit, { users, workspaces, agents }: Parents) =>
  kit.table(
    'live_updates',
    {
      agentId: partOf(kit, 'agent_id', agents),
      sequence: kit.integer('sequence').notNull(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      userId: doneBy(kit, 'user_id', users),
      at: kit.integer('at').notNull(),
      update: kit.bytes('update').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'live_updates_pk', columns: [t.agentId, t.sequence] }),
      kit.index('live_updates_of_workspace').on(t.workspaceId, t.agentId, t.sequence),
    ],
  );

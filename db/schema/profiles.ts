/** What does similarity need of each agent? One row per agent, of its head, written in the transaction that moves the head. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { partOf } from './references';
import type { Workspaces } from './workspaces';

export const profiles = (kit: Kit, { workspaces, agents }: { workspaces: Workspaces; agents: Agents }) =>
  kit.table(
    'profiles',
    {
      agentId: kit
        .text('agent_id')
        .primaryKey()
        .references(() => agents.id, { onDelete: 'cascade' }),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      versionId: kit.text('version_id').notNull(),
      /** By which recipe it was made; 0 when it is still to be made. */
      recipe: kit.integer('recipe').notNull(),
      /** Of the workspace's counter, at the last change of the profile, or of whether its agent is in use. */
      sequence: kit.integer('sequence').notNull(),
      /** JSON; kept as text, because it goes to a worker as it is. Last, because it is long. */
      profile: kit.text('profile').notNull(),
    },
    (t) => [kit.index('profiles_in_change_order').on(t.workspaceId, t.sequence, t.agentId)],
  );

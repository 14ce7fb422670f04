/** Which tags does an agent carry? They are the workspace's, not the file's. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
import type { Workspaces } from './workspaces';

export const agentTags = (kit: Kit, { workspaces, agents }: { workspaces: Workspaces; agents: Agents }) =>
  kit.table(
    'agent_tags',
    {
      workspaceId: kit
        .text('workspace_id')
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      agentId: kit
        .text('agent_id')
        .notNull()
        .references(() => agents.id, { onDelete: 'cascade' }),
      tag: kit.text('tag').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'agent_tags_pk', columns: [t.agentId, t.tag] }),
      kit.index('agent_tags_by_tag').on(t.workspaceId, t.tag, t.agentId),
    ],
  );

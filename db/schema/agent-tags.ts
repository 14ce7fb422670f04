/** Which tags does an agent carry? They are the workspace's, not the file's. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { partOf } from './references';
import type { Workspaces } from './workspaces';

export const agentTags = (kit: Kit, { workspaces, agents }: { workspaces: Workspaces; agents: Agents }) =>
  kit.table(
    'agent_tags',
    {
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      tag: kit.text('tag').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'agent_tags_pk', columns: [t.agentId, t.tag] }),
      kit.index('agent_tags_by_tag').on(t.workspaceId, t.tag, t.agentId),
    ],
  );

/** What did an agent say at each save? Immutable: triggers of the migrations refuse a change of any row. */

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { doneBy, partOf } from './references';
import type { Texts } from './texts';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

interface Parents {
  users: Users;
  workspaces: Workspaces;
  agents: Agents;
  texts: Texts;
}

export const versions = (kit: Kit, { users, workspaces, agents, texts }: Parents) =>
  kit.table(
    'versions',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      /** 1, 2, 3 … within an agent. */
      number: kit.integer('number').notNull(),
      textSha: kit.text('text_sha').notNull(),
      /** Version ids; none for the first version, several for a merge. */
      parents: kit.json<string[]>('parents').notNull(),
      /** User ids of everyone whose work is in it. */
      authors: kit.json<string[]>('authors').notNull(),
      message: kit.text('message'),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
    },
    (t) => [
      kit.uniqueIndex('versions_number').on(t.agentId, t.number),
      kit.index('versions_text').on(t.workspaceId, t.textSha),
      kit.foreignKey({
        name: 'versions_text_fk',
        columns: [t.workspaceId, t.textSha],
        foreignColumns: [texts.workspaceId, texts.sha256],
      }),
    ],
  );

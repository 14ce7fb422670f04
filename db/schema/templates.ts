/** From which texts of its own does a workspace begin new agents? */

import type { Kit } from '../kit';
import { doneBy, partOf } from './references';
import type { Texts } from './texts';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

interface Parents {
  users: Users;
  workspaces: Workspaces;
  texts: Texts;
}

export const templates = (kit: Kit, { users, workspaces, texts }: Parents) =>
  kit.table(
    'templates',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      title: kit.text('title').notNull(),
      /** What it is good for, in the workspace's words. */
      purpose: kit.text('purpose').notNull(),
      textSha: kit.text('text_sha').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
    },
    (t) => [
      kit.index('templates_in_order').on(t.workspaceId, t.title, t.id),
      kit.index('templates_text').on(t.workspaceId, t.textSha),
      kit.foreignKey({
        name: 'templates_text_fk',
        columns: [t.workspaceId, t.textSha],
        foreignColumns: [texts.workspaceId, texts.sha256],
      }),
    ],
  );

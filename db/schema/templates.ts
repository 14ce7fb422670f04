/** From which texts of its own does a workspace begin new agents? */

import type { Kit } from '../kit';
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
      workspaceId: kit
        .text('workspace_id')
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      title: kit.text('title').notNull(),
      /** What it is good for, in the workspace's words. */
      purpose: kit.text('purpose').notNull(),
      textSha: kit.text('text_sha').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: kit
        .text('created_by')
        .notNull()
        .references(() => users.id),
    },
    (t) => [
      kit.index('templates_in_order').on(t.workspaceId, t.title, t.id),
      kit.foreignKey({
        name: 'templates_text_fk',
        columns: [t.workspaceId, t.textSha],
        foreignColumns: [texts.workspaceId, texts.sha256],
      }),
    ],
  );

/** Who belongs to which workspace, and as what? */

import type { Role } from '@/lib/policy';

import type { Kit } from '../kit';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

export const memberships = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'memberships',
    {
      workspaceId: kit
        .text('workspace_id')
        .notNull()
        .references(() => workspaces.id, { onDelete: 'cascade' }),
      userId: kit
        .text('user_id')
        .notNull()
        .references(() => users.id, { onDelete: 'cascade' }),
      role: kit.text('role').$type<Role>().notNull(),
      createdAt: kit.integer('created_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'memberships_pk', columns: [t.workspaceId, t.userId] }),
      kit.index('memberships_user').on(t.userId),
    ],
  );

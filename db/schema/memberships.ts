/** Who belongs to which workspace, and as what? */

import type { Role } from '@/lib/policy';

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

export const memberships = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'memberships',
    {
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      userId: partOf(kit, 'user_id', users),
      role: kit.text('role').$type<Role>().notNull(),
      createdAt: kit.integer('created_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'memberships_pk', columns: [t.workspaceId, t.userId] }),
      kit.index('memberships_user').on(t.userId),
    ],
  );

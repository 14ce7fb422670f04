/** Which links let someone join, as what, how often and until when? Only the hash of a link's token is kept. */

import type { Role } from '@/lib/policy';

import type { Kit } from '../kit';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

export const invitations = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'invitations',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      /** Whom it was sent to by e-mail; null for a link that was handed over. */
      email: kit.text('email'),
      tokenHash: kit.text('token_hash').notNull().unique(),
      role: kit.text('role').$type<Role>().notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      createdAt: kit.integer('created_at').notNull(),
      expiresAt: kit.integer('expires_at').notNull(),
      revokedAt: kit.integer('revoked_at'),
      maxUses: kit.integer('max_uses').notNull(),
      uses: kit.integer('uses').notNull(),
    },
    (t) => [kit.index('invitations_workspace').on(t.workspaceId)],
  );

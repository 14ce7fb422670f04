/** Which links set a new password, for whom and until when? Only the hash of a link's token is kept; each works once. */

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Users } from './users';

export const passwordResets = (kit: Kit, users: Users) =>
  kit.table(
    'password_resets',
    {
      id: kit.text('id').primaryKey(),
      userId: partOf(kit, 'user_id', users),
      tokenHash: kit.text('token_hash').notNull().unique(),
      /** The owner who made the link; null where the person asked for it by e-mail. */
      createdBy: kit.text('created_by').references(() => users.id),
      createdAt: kit.integer('created_at').notNull(),
      expiresAt: kit.integer('expires_at').notNull(),
      usedAt: kit.integer('used_at'),
    },
    (t) => [kit.index('password_resets_user').on(t.userId)],
  );

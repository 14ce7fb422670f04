/** Which sign-ins are open? A row per sign-in, looked up on every request, so that deleting it ends it at once. */

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Users } from './users';

export const sessions = (kit: Kit, users: Users) =>
  kit.table(
    'sessions',
    {
      id: kit.text('id').primaryKey(),
      userId: partOf(kit, 'user_id', users),
      createdAt: kit.integer('created_at').notNull(),
      lastSeenAt: kit.integer('last_seen_at').notNull(),
      expiresAt: kit.integer('expires_at').notNull(),
      address: kit.text('address'),
      userAgent: kit.text('user_agent'),
    },
    (t) => [kit.index('sessions_user').on(t.userId), kit.index('sessions_expiry').on(t.expiresAt)],
  );

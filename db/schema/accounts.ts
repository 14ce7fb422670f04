/** By which other doors does a person sign in? A row per provider and person of it. */

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Users } from './users';

export const accounts = (kit: Kit, users: Users) =>
  kit.table(
    'accounts',
    {
      /** `github`, or the issuer of an OpenID provider. */
      provider: kit.text('provider').notNull(),
      /** Whom the provider means; an address may change hands, this does not. */
      subject: kit.text('subject').notNull(),
      userId: partOf(kit, 'user_id', users),
      /** The verified address that linked it. */
      email: kit.text('email').notNull(),
      createdAt: kit.integer('created_at').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'accounts_pk', columns: [t.provider, t.subject] }),
      kit.index('accounts_user').on(t.userId),
    ],
  );

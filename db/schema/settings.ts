/** What does this installation remember of itself? One value per key, such as the hash of the first-account token. */

import type { Kit } from '../kit';

export const settings = (kit: Kit) =>
  kit.table('settings', {
    key: kit.text('key').primaryKey(),
    value: kit.text('value').notNull(),
    updatedAt: kit.integer('updated_at').notNull(),
  });

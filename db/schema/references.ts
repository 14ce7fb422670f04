/** How does a row hang on another? The columns that most tables have. */

import type { PgColumn } from 'drizzle-orm/pg-core';

import type { Kit } from '../kit';

interface Keyed {
  id: PgColumn;
}

/** What the row is a part of: it goes when that goes. */
export const partOf = (kit: Kit, name: string, whole: Keyed) =>
  kit
    .text(name)
    .notNull()
    .references(() => whole.id, { onDelete: 'cascade' });

/** Who did it. People who did something stay, whatever becomes of their account. */
export const doneBy = (kit: Kit, name: string, users: Keyed) =>
  kit
    .text(name)
    .notNull()
    .references(() => users.id);

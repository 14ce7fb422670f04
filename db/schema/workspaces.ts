/** Which workspaces are there? */

import type { Kit } from '../kit';

export const workspaces = (kit: Kit) =>
  kit.table('workspaces', {
    id: kit.text('id').primaryKey(),
    slug: kit.text('slug').notNull().unique(),
    name: kit.text('name').notNull(),
    createdAt: kit.integer('created_at').notNull(),
    /** Also touched by every change of the memberships: its row lock puts them in a queue. */
    updatedAt: kit.integer('updated_at').notNull(),
    /** Counts the changes of profiles, and lets them commit one after another. */
    profileSequence: kit.integer('profile_sequence').notNull().default(0),
  });

export type Workspaces = ReturnType<typeof workspaces>;

/** Which workspaces are there? */

import type { PublishingPolicy } from '@/lib/contract';

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
    /** Null while it publishes nothing and follows the usual policy. */
    publishing: kit.json<PublishingPolicy>('publishing'),
    /** When it is to be deleted for good; null for one that stays. */
    deletionDueAt: kit.integer('deletion_due_at'),
    deletionAskedBy: kit.text('deletion_asked_by'),
  });

export type Workspaces = ReturnType<typeof workspaces>;

/** Who has an account? */

import type { NotificationSettings } from '@/lib/contract';

import type { Kit } from '../kit';

export const users = (kit: Kit) =>
  kit.table('users', {
    id: kit.text('id').primaryKey(),
    /** Lower case; the input schema sees to it. */
    email: kit.text('email').notNull().unique(),
    name: kit.text('name').notNull(),
    /** Argon2id in PHC form; null for a person who signs in elsewhere. */
    passwordHash: kit.text('password_hash'),
    /** When a provider vouched for the address, or an e-mail to it was read; null while neither was. */
    emailVerifiedAt: kit.integer('email_verified_at'),
    /** The hints that need not be shown any more. */
    hintsSeen: kit.json<string[]>('hints_seen'),
    /** Null while the person has chosen nothing. */
    notificationSettings: kit.json<NotificationSettings>('notification_settings'),
    createdAt: kit.integer('created_at').notNull(),
    updatedAt: kit.integer('updated_at').notNull(),
  });

export type Users = ReturnType<typeof users>;

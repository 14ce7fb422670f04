/** What has somebody not read yet that concerns them? */

import type { NotificationKind } from '@/lib/contract';

import type { Kit } from '../kit';
import { partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

export const notifications = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'notifications',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      userId: partOf(kit, 'user_id', users),
      kind: kit.text('kind').$type<NotificationKind>().notNull(),
      actorId: kit.text('actor_id').references(() => users.id),
      agentId: kit.text('agent_id'),
      /** The thread, proposal or merge that it is about. */
      subjectId: kit.text('subject_id'),
      /** What it says, in the words of the moment. */
      summary: kit.text('summary').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      readAt: kit.integer('read_at'),
      /** Since when it waits for the question whether it goes out by e-mail, too; null once that is answered. */
      unmailedSince: kit.integer('unmailed_since'),
    },
    (t) => [
      kit.index('notifications_in_order').on(t.workspaceId, t.userId, t.createdAt),
      kit.index('notifications_unmailed').on(t.unmailedSince),
    ],
  );

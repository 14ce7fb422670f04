/** Which agents were changed in one go, from what to what? So that it can be undone as one. */

import type { BulkKind } from '@/lib/contract';

import type { Kit } from '../kit';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

/** One agent of such a change: the version that was its head, and the one that became it. */
export interface BulkItem {
  agentId: string;
  before: string;
  after: string;
}

export const bulkChanges = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'bulk_changes',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      kind: kit.text('kind').$type<BulkKind>().notNull(),
      /** What was done, in words. */
      summary: kit.text('summary').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      undoneAt: kit.integer('undone_at'),
      /** Last, because it is long. */
      items: kit.json<BulkItem[]>('items').notNull(),
    },
    (t) => [kit.index('bulk_changes_in_order').on(t.workspaceId, t.createdAt, t.id)],
  );

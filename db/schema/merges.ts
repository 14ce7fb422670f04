/** Which agents are being made one, or were? The decisions of a draft; of a finished one what came of it, too. */

import type { MergeStatus } from '@/lib/contract';
import type { Decision } from '@/lib/merge';

import type { Kit } from '../kit';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

/** A source at the version that was pinned. */
export interface PinnedSource {
  agentId: string;
  versionId: string;
}

export const merges = (kit: Kit, { users, workspaces }: { users: Users; workspaces: Workspaces }) =>
  kit.table(
    'merges',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      title: kit.text('title').notNull(),
      status: kit.text('status').$type<MergeStatus>().notNull(),
      /** Counts the changes of a draft; who saves says on which one. */
      revision: kit.integer('revision').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      updatedAt: kit.integer('updated_at').notNull(),
      updatedBy: doneBy(kit, 'updated_by', users),
      resultAgentId: kit.text('result_agent_id'),
      resultVersionId: kit.text('result_version_id'),
      sources: kit.json<PinnedSource[]>('sources').notNull(),
      decisions: kit.json<Decision[]>('decisions').notNull(),
      /** The whole proposal, with ledger and metrics, as it was finished; as JSON. Last, because it is long. */
      proposal: kit.text('proposal'),
    },
    (t) => [
      kit.index('merges_in_update_order').on(t.workspaceId, t.updatedAt, t.id),
      kit.index('merges_by_result').on(t.workspaceId, t.resultAgentId, t.resultVersionId),
    ],
  );

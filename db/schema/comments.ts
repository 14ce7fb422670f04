/** What do people say about an agent, where, and is it settled? */

import type { CommentPlace } from '@/lib/contract';

import type { Kit } from '../kit';
import type { Agents } from './agents';
import { doneBy, partOf } from './references';
import type { Users } from './users';
import type { Workspaces } from './workspaces';

interface Parents {
  users: Users;
  workspaces: Workspaces;
  agents: Agents;
}

export const commentThreads = (kit: Kit, { users, workspaces, agents }: Parents) =>
  kit.table(
    'comment_threads',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      agentId: partOf(kit, 'agent_id', agents),
      /** The proposal in whose review it was begun. */
      proposalId: kit.text('proposal_id'),
      place: kit.json<CommentPlace>('place').notNull(),
      createdAt: kit.integer('created_at').notNull(),
      createdBy: doneBy(kit, 'created_by', users),
      resolvedAt: kit.integer('resolved_at'),
      resolvedBy: kit.text('resolved_by').references(() => users.id),
    },
    (t) => [
      kit.index('comment_threads_of_agent').on(t.agentId, t.createdAt),
      kit.index('comment_threads_of_proposal').on(t.workspaceId, t.proposalId),
    ],
  );
export type CommentThreads = ReturnType<typeof commentThreads>;

export const comments = (
  kit: Kit,
  {
    users,
    workspaces,
    commentThreads: threads,
  }: Omit<Parents, 'agents'> & { commentThreads: CommentThreads },
) =>
  kit.table(
    'comments',
    {
      id: kit.text('id').primaryKey(),
      workspaceId: partOf(kit, 'workspace_id', workspaces),
      threadId: partOf(kit, 'thread_id', threads),
      createdBy: doneBy(kit, 'created_by', users),
      createdAt: kit.integer('created_at').notNull(),
      editedAt: kit.integer('edited_at'),
      /** A deleted comment keeps its place in the thread and loses its text. */
      deletedAt: kit.integer('deleted_at'),
      /** User ids of those it names. */
      mentions: kit.json<string[]>('mentions').notNull(),
      body: kit.text('body').notNull(),
    },
    (t) => [
      kit.index('comments_of_thread').on(t.threadId, t.createdAt),
      kit.index('comments_of_workspace').on(t.workspaceId, t.threadId, t.createdAt),
    ],
  );

/** What do people say about an agent, where does it hang, and is it settled? */

import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';

import type { CommentPlace, CommentRow, ThreadRow } from '@/lib/contract';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import { listUserNames } from './users';

interface ThreadKey {
  workspaceId: string;
  threadId: string;
}

interface CommentKey {
  workspaceId: string;
  commentId: string;
}

interface Said {
  body: string;
  /** User ids. */
  mentions: string[];
}

/** What a command has to know of a thread before it adds to it. */
export interface Thread {
  threadId: string;
  agentId: string;
  /** What the agent is called. */
  title: string;
  proposalId: string | null;
  resolvedAt: number | null;
  /** User ids of those who said something in it that is still there. */
  writers: string[];
  /** How many comments there are, deleted ones too. */
  total: number;
}

export interface Comment extends Said {
  commentId: string;
  threadId: string;
  createdBy: string;
  deletedAt: number | null;
}

/** Which threads: of an agent, or of the review of a proposal. */
type ThreadsOf = { workspaceId: string } & ({ agentId: string } | { proposalId: string });

/** Returns the threads with their comments, the oldest first. */
export async function listThreads({ q, t }: Db, of: ThreadsOf): Promise<ThreadRow[]> {
  const { commentThreads: threads } = t;
  const rows = await q
    .select({
      threadId: threads.id,
      agentId: threads.agentId,
      proposalId: threads.proposalId,
      place: threads.place,
      createdAt: threads.createdAt,
      resolvedAt: threads.resolvedAt,
      resolvedBy: t.users.name,
    })
    .from(threads)
    .leftJoin(t.users, eq(t.users.id, threads.resolvedBy))
    .where(
      and(
        eq(threads.workspaceId, of.workspaceId),
        'agentId' in of ? eq(threads.agentId, of.agentId) : eq(threads.proposalId, of.proposalId),
      ),
    )
    .orderBy(asc(threads.createdAt), asc(threads.id));
  const byThread = await listComments(
    { q, t } as Db,
    of.workspaceId,
    rows.map(({ threadId }) => threadId),
  );
  return rows.map(({ resolvedAt, resolvedBy, ...row }) => ({
    ...row,
    resolved: resolvedAt === null ? null : { at: resolvedAt, by: resolvedBy ?? '' },
    comments: byThread.get(row.threadId) ?? [],
  }));
}

async function listComments(
  { q, t }: Db,
  workspaceId: string,
  threadIds: readonly string[],
): Promise<Map<string, CommentRow[]>> {
  const { comments } = t;
  const rows: (Comment & { name: string; at: number; editedAt: number | null })[] = [];
  for (const ids of inBatches(threadIds)) {
    const some = await q
      .select({
        commentId: comments.id,
        threadId: comments.threadId,
        createdBy: comments.createdBy,
        name: t.users.name,
        at: comments.createdAt,
        editedAt: comments.editedAt,
        deletedAt: comments.deletedAt,
        body: comments.body,
        mentions: comments.mentions,
      })
      .from(comments)
      .innerJoin(t.users, eq(t.users.id, comments.createdBy))
      .where(and(eq(comments.workspaceId, workspaceId), inArray(comments.threadId, ids)))
      .orderBy(asc(comments.createdAt), asc(comments.id));
    rows.push(...some);
  }
  const names = await listUserNames({ q, t } as Db, { userIds: rows.flatMap(({ mentions }) => mentions) });
  const byThread = new Map<string, CommentRow[]>();
  for (const { threadId, commentId, createdBy, name, at, editedAt, deletedAt, body, mentions } of rows) {
    const row: CommentRow = {
      ...{ commentId, by: { userId: createdBy, name }, at, editedAt },
      body: deletedAt === null ? body : null,
      mentions: mentions.flatMap((userId) => {
        const named = names.get(userId);
        return named === undefined ? [] : [{ userId, name: named }];
      }),
    };
    byThread.set(threadId, [...(byThread.get(threadId) ?? []), row]);
  }
  return byThread;
}

/** Returns what a command has to know of a thread; null when the workspace has none of this id. */
export async function getThread({ q, t }: Db, { workspaceId, threadId }: ThreadKey): Promise<Thread | null> {
  const { commentThreads: threads, comments } = t;
  const [row] = await q
    .select({
      threadId: threads.id,
      agentId: threads.agentId,
      title: t.agents.title,
      proposalId: threads.proposalId,
      resolvedAt: threads.resolvedAt,
    })
    .from(threads)
    .innerJoin(t.agents, eq(t.agents.id, threads.agentId))
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, threadId)));
  if (!row) return null;
  const written = await q
    .select({ userId: comments.createdBy, deletedAt: comments.deletedAt })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.threadId, threadId)));
  const alive = written.filter(({ deletedAt }) => deletedAt === null);
  return { ...row, writers: [...new Set(alive.map(({ userId }) => userId))], total: written.length };
}

/** Returns one comment; null when the workspace has none of this id. */
export async function getComment(
  { q, t }: Db,
  { workspaceId, commentId }: CommentKey,
): Promise<Comment | null> {
  const { comments } = t;
  const [row] = await q
    .select({
      commentId: comments.id,
      threadId: comments.threadId,
      createdBy: comments.createdBy,
      deletedAt: comments.deletedAt,
      body: comments.body,
      mentions: comments.mentions,
    })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId)));
  return row ?? null;
}

/** How many threads hang on the agent, settled ones too. */
export async function countThreads(
  { q, t }: Db,
  { workspaceId, agentId }: { workspaceId: string; agentId: string },
): Promise<number> {
  const { commentThreads: threads } = t;
  const [row] = await q
    .select({ total: count() })
    .from(threads)
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.agentId, agentId)));
  return row?.total ?? 0;
}

/** Begins a thread with its first comment. */
export async function createThread(
  tx: Tx,
  input: Said & {
    workspaceId: string;
    agentId: string;
    proposalId: string | null;
    place: CommentPlace;
    userId: string;
    now: number;
  },
): Promise<{ threadId: string; commentId: string }> {
  const { workspaceId, agentId, proposalId, place, userId, now } = input;
  const threadId = newId(now);
  const row = { id: threadId, workspaceId, agentId, proposalId, place, createdAt: now, createdBy: userId };
  await tx.q.insert(tx.t.commentThreads).values({ ...row, resolvedAt: null, resolvedBy: null });
  return { threadId, commentId: await addComment(tx, { ...input, threadId }) };
}

/** Adds a comment to a thread that is there. */
export async function addComment(
  { q, t }: Tx,
  { workspaceId, threadId, userId, body, mentions, now }: ThreadKey & Said & { userId: string; now: number },
): Promise<string> {
  const id = newId(now);
  const row = { id, workspaceId, threadId, createdBy: userId, createdAt: now, mentions, body };
  await q.insert(t.comments).values({ ...row, editedAt: null, deletedAt: null });
  return id;
}

/** Says something else in a comment; false when it is not there, or was deleted. */
export async function changeComment(
  { q, t }: Tx,
  { workspaceId, commentId, body, mentions, now }: CommentKey & Said & { now: number },
): Promise<boolean> {
  const { comments } = t;
  const rows = await q
    .update(comments)
    .set({ body, mentions, editedAt: now })
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId), isNull(comments.deletedAt)))
    .returning({ id: comments.id });
  return rows.length > 0;
}

/** Takes the words of a comment away, and the thread when nothing is left of it; false when it was not there. */
export async function deleteComment(
  { q, t }: Tx,
  { workspaceId, commentId, now }: CommentKey & { now: number },
): Promise<boolean> {
  const { comments, commentThreads: threads } = t;
  const [gone] = await q
    .update(comments)
    .set({ body: '', mentions: [], deletedAt: now })
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId), isNull(comments.deletedAt)))
    .returning({ threadId: comments.threadId });
  if (!gone) return false;
  const [left] = await q
    .select({ total: count() })
    .from(comments)
    .where(
      and(
        eq(comments.workspaceId, workspaceId),
        eq(comments.threadId, gone.threadId),
        isNull(comments.deletedAt),
      ),
    );
  if (left?.total === 0) {
    await q.delete(threads).where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, gone.threadId)));
  }
  return true;
}

/** Says that a thread is settled, or open again; false when it was so already, or is not there. */
export async function settleThread(
  { q, t }: Tx,
  {
    workspaceId,
    threadId,
    resolved,
    userId,
    now,
  }: ThreadKey & { resolved: boolean; userId: string; now: number },
): Promise<boolean> {
  const { commentThreads: threads } = t;
  const rows = await q
    .update(threads)
    .set(resolved ? { resolvedAt: now, resolvedBy: userId } : { resolvedAt: null, resolvedBy: null })
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        eq(threads.id, threadId),
        resolved ? isNull(threads.resolvedAt) : isNotNull(threads.resolvedAt),
      ),
    )
    .returning({ id: threads.id });
  return rows.length > 0;
}

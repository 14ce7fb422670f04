/** How does somebody say their own comment in other words? Whom it names now and did not before gets to know. */

import 'server-only';

import { addNotifications, changeComment, type Db, getComment, getThread } from '@/db';
import { editCommentInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { namedMembers, tellOfComment } from '../comment-words';
import { Failure, notFoundFailure } from '../failure';

export const editComment = workspaceCommand({
  event: 'comment.edited',
  permission: 'comment:write',
  input: editCommentInput,
  async prepare({ commentId, body, mentions }, { read, scope: { workspaceId, user } }) {
    const { comment, thread } = await requireComment(read, { workspaceId, commentId });
    if (comment.createdBy !== user.id) {
      throw new Failure('forbidden', 'Only who wrote a comment may change it. Answer it instead.');
    }
    const named = await namedMembers(read, workspaceId, { body, mentions });
    return { comment, thread, named };
  },
  async commit(tx, { comment, thread, named }, { commentId, body }, { scope, now }) {
    const { workspaceId, user } = scope;
    const change = { workspaceId, commentId, body, mentions: named, now };
    if (!(await changeComment(tx, change))) throw notFoundFailure();
    const fresh = named.filter((userId) => !comment.mentions.includes(userId));
    const items = tellOfComment({ ...thread, body }, { named: fresh, writers: [] });
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    const details = { threadId: thread.threadId, commentId };
    return { output: { commentId }, subjectId: thread.agentId, details, told };
  },
});

/** The comment and its thread; a refusal where it is not there, or was deleted. */
export async function requireComment(read: Db, key: { workspaceId: string; commentId: string }) {
  const comment = await getComment(read, key);
  if (!comment || comment.deletedAt !== null) throw notFoundFailure();
  const thread = await getThread(read, { workspaceId: key.workspaceId, threadId: comment.threadId });
  if (!thread) throw notFoundFailure();
  return { comment, thread };
}

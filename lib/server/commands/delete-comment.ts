/** How is a comment taken back? By who wrote it, or by an admin; its place in the thread stays while others answer it. */

import 'server-only';

import { keepUnmailed, deleteComment as removeComment } from '@/db';
import { deleteCommentInput } from '@/lib/contract';
import { can } from '@/lib/policy';

import { workspaceCommand } from '../command';
import { Failure, notFoundFailure } from '../failure';
import { requireComment } from './edit-comment';

export const deleteComment = workspaceCommand({
  event: 'comment.deleted',
  permission: 'comment:write',
  input: deleteCommentInput,
  async prepare({ commentId }, { read, scope: { workspaceId, user, role } }) {
    const { comment, thread } = await requireComment(read, { workspaceId, commentId });
    if (comment.createdBy !== user.id && !can(role, 'comment:delete-any')) {
      throw new Failure('forbidden', 'Only who wrote a comment, an owner or an admin may delete it.');
    }
    return { comment, thread };
  },
  async commit(tx, { comment, thread }, { commentId }, { scope: { workspaceId }, now }) {
    if (!(await removeComment(tx, { workspaceId, commentId, now }))) throw notFoundFailure();
    // A letter that has not left yet would still quote it.
    const { threadId } = thread;
    await keepUnmailed(tx, { workspaceId, actorId: comment.createdBy, subjectId: threadId });
    const details = { threadId, commentId, writtenBy: comment.createdBy };
    return { output: { commentId }, subjectId: thread.agentId, details };
  },
});

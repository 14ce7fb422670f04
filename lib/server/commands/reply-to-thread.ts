/** How is a comment answered? In its thread; who wrote there before gets to know. */

import 'server-only';

import { addComment, addNotifications, getThread, type Thread } from '@/db';
import { MAX_COMMENTS, replyInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { namedMembers, tellOfComment } from '../comment-words';
import { Failure, notFoundFailure } from '../failure';

export const replyToThread = workspaceCommand({
  event: 'comment.created',
  permission: 'comment:write',
  input: replyInput,
  async prepare({ threadId, body, mentions }, { read, scope: { workspaceId } }) {
    const thread = await getThread(read, { workspaceId, threadId });
    if (!thread) throw notFoundFailure();
    if (thread.total >= MAX_COMMENTS) throw fullFailure();
    return { thread, named: await namedMembers(read, workspaceId, { body, mentions }) };
  },
  async commit(tx, { thread, named }, { threadId, body }, { scope, now }) {
    const { workspaceId, user } = scope;
    // It may have gone meanwhile, with its last comment.
    if (!(await getThread(tx, { workspaceId, threadId }))) throw goneFailure();
    const said = { workspaceId, threadId, userId: user.id, body, mentions: named, now };
    const commentId = await addComment(tx, said);
    const items = tellOfComment({ ...thread, body }, { named, writers: thread.writers });
    const told = await addNotifications(tx, { workspaceId, actorId: user.id, now, items });
    return { output: { commentId }, subjectId: thread.agentId, details: detailsOf(thread), told };
  },
});

const detailsOf = ({ threadId }: Thread) => ({ threadId });

const fullFailure = () =>
  new Failure('conflict', `This thread has ${MAX_COMMENTS} comments already. Begin another one.`);

const goneFailure = () =>
  new Failure('conflict', 'This thread was deleted meanwhile. Begin another one; your words are still here.');

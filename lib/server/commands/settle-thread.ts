/** How is a thread settled, and opened again? */

import 'server-only';

import { getThread, settleThread } from '@/db';
import { threadInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';

const settling = (event: string, resolved: boolean) =>
  workspaceCommand({
    event,
    permission: 'comment:write',
    input: threadInput,
    async prepare({ threadId }, { read, scope: { workspaceId } }) {
      const thread = await getThread(read, { workspaceId, threadId });
      if (!thread) throw notFoundFailure();
      return thread;
    },
    async commit(tx, { agentId }, { threadId }, { scope: { workspaceId, user }, now }) {
      const changed = await settleThread(tx, { workspaceId, threadId, resolved, userId: user.id, now });
      return { output: { threadId }, subjectId: agentId, details: { threadId }, nothingChanged: !changed };
    },
  });

export const resolveThread = settling('thread.resolved', true);
export const reopenThread = settling('thread.reopened', false);

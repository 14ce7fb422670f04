/** What can be done with comments? Handed down as one, since each part needs some of it. */

import type {
  Action,
  CreateThreadInput,
  DeleteCommentInput,
  EditCommentInput,
  ReplyInput,
  ThreadInput,
} from '@/lib/contract';

export interface CommentActions {
  createThread: Action<CreateThreadInput, { threadId: string }>;
  replyToThread: Action<ReplyInput, unknown>;
  editComment: Action<EditCommentInput, unknown>;
  deleteComment: Action<DeleteCommentInput, unknown>;
  resolveThread: Action<ThreadInput, unknown>;
  reopenThread: Action<ThreadInput, unknown>;
}

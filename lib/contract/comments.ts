/** What do the browser and the server say of comments? */

import type { Quoted } from '@/lib/anchors';

import { workspaceSlug } from './slug';
import { exact, id, prose } from './text';
import { z } from './zod';

/**
 * Where a thread hangs: the whole agent, a field by its key, or a stretch of the text. A stretch carries its offsets in
 * the version that it was made on, and what it quotes with a little of both sides, so that it is found again. In a
 * review a thread may hang on one change, by the key that the comparison gives it.
 */
export type CommentPlace =
  | { kind: 'agent' }
  | { kind: 'field'; field: string }
  | ({ kind: 'text'; versionId: string } & Quoted)
  | { kind: 'change'; key: string; words: string };

/** The most that one comment says, in UTF-16 code units. */
export const MAX_COMMENT = 4_000;
/** The most people that one comment calls, and the most comments of a thread and threads of an agent. */
export const MAX_MENTIONS = 20;
export const MAX_COMMENTS = 500;
export const MAX_THREADS = 1_000;

const offset = z.number().int().min(0).max(2_000_000);
const side = exact(64);

const place: z.ZodType<CommentPlace, CommentPlace> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent') }),
  z.object({ kind: z.literal('field'), field: z.string().regex(/^[A-Za-z][\w-]{0,63}$/) }),
  z.object({
    ...{ kind: z.literal('text'), versionId: id, from: offset, to: offset },
    ...{ quote: exact(2_000).min(1), before: side, after: side },
  }),
  z.object({ kind: z.literal('change'), key: exact(300).min(1), words: exact(2_000) }),
]);

const said = {
  body: prose(MAX_COMMENT).min(1, 'Write something first.'),
  /** Whom it names; who is no member, or is not named in the words, is left out. */
  mentions: z.array(id).max(MAX_MENTIONS, `A comment calls at most ${MAX_MENTIONS} people.`).default([]),
};

export const createThreadInput = z.object({
  workspace: workspaceSlug,
  agentId: id,
  /** The proposal in whose review it is begun. */
  proposalId: id.nullable().default(null),
  place,
  ...said,
});
export type CreateThreadInput = z.input<typeof createThreadInput>;

export const replyInput = z.object({ workspace: workspaceSlug, threadId: id, ...said });
export type ReplyInput = z.input<typeof replyInput>;

export const editCommentInput = z.object({ workspace: workspaceSlug, commentId: id, ...said });
export type EditCommentInput = z.input<typeof editCommentInput>;

export const deleteCommentInput = z.object({ workspace: workspaceSlug, commentId: id });
export type DeleteCommentInput = z.input<typeof deleteCommentInput>;

export const threadInput = z.object({ workspace: workspaceSlug, threadId: id });
export type ThreadInput = z.input<typeof threadInput>;

export interface CommentRow {
  commentId: string;
  by: { userId: string; name: string };
  at: number;
  editedAt: number | null;
  /** Null for a comment that was deleted and had answers. */
  body: string | null;
  /** Those whom it names, for showing their names as such. */
  mentions: { userId: string; name: string }[];
}

export interface ThreadRow {
  threadId: string;
  agentId: string;
  proposalId: string | null;
  place: CommentPlace;
  createdAt: number;
  resolved: { at: number; by: string } | null;
  comments: CommentRow[];
}

/** The threads of an agent or of a review, the oldest first, and whom a comment may name. */
export interface ThreadList {
  threads: ThreadRow[];
  people: { userId: string; name: string }[];
}

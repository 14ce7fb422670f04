/** What do the browser and the server say of comments? */

/**
 * Where a thread hangs: the whole agent, a field by its key, or a stretch of the text. A stretch carries its offsets in
 * the version that it was made on, and what it quotes with a little of both sides, so that it is found again.
 */
export type CommentPlace =
  | { kind: 'agent' }
  | { kind: 'field'; field: string }
  | {
      kind: 'text';
      versionId: string;
      from: number;
      to: number;
      quote: string;
      before: string;
      after: string;
    };

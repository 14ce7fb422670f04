/** Where does a notification lead? */

/** What is needed to go there. */
export interface Leading {
  kind: 'mention' | 'reply' | 'review' | 'decision' | 'merge';
  agentId: string | null;
  subjectId: string | null;
}

/**
 * Returns where it leads, below the workspace.
 *
 * @example notificationPath({ kind: 'merge', agentId: 'a', subjectId: 'm' }) // 'agents/a'
 */
export function notificationPath({ kind, agentId, subjectId }: Leading): string {
  return PATHS[kind](agentId ?? '', subjectId ?? '');
}

const thread = (agentId: string, threadId: string) => `agents/${agentId}?thread=${threadId}`;
const review = (_: string, proposalId: string) => `reviews/${proposalId}`;

const PATHS: Record<Leading['kind'], (agentId: string, subjectId: string) => string> = {
  mention: thread,
  reply: thread,
  review,
  decision: review,
  merge: (agentId) => `agents/${agentId}`,
};

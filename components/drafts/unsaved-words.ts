/** How much is unsaved here, in words? */

import type { Draft } from '@/lib/client/drafts/draft';

/** "1 agent has unsaved changes", "2 agents have unsaved changes": drafts of one agent count once. */
export function unsavedWords(drafts: readonly Draft[]): string {
  const agents = new Set(drafts.map((draft) => (draft.kind === 'agent' ? draft.agentId : draft.id))).size;
  return agents === 1 ? '1 agent has unsaved changes' : `${agents} agents have unsaved changes`;
}

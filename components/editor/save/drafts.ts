/** What becomes of unsaved text when somebody goes to another page and comes back? It waits in the tab. */

import type { VersionStamp } from '@/lib/contract';

import type { SaveSession } from './save-session';

/** Unsaved text, with the version that it is based on. */
export interface Draft {
  base: VersionStamp;
  baseText: string;
  text: string;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (agentId: string) => `muster-draft-${agentId}`;

/** Returns the draft of an agent, or null. */
export function readDraft(storage: DraftStorage, agentId: string): Draft | null {
  try {
    const draft = JSON.parse(storage.getItem(keyOf(agentId)) ?? 'null');
    const isDraft = typeof draft?.text === 'string' && typeof draft.baseText === 'string';
    return isDraft && typeof draft.base?.versionId === 'string' ? draft : null;
  } catch {
    return null;
  }
}

/** Keeps what is unsaved, and forgets the draft once nothing is. A full storage keeps nothing, and that is all. */
export function keepDraft(storage: DraftStorage, agentId: string, session: SaveSession, text: string): void {
  const { base, baseText } = session.getState();
  try {
    if (session.isUnsaved) storage.setItem(keyOf(agentId), JSON.stringify({ base, baseText, text }));
    else storage.removeItem(keyOf(agentId));
  } catch {
    storage.removeItem(keyOf(agentId));
  }
}

/** Which drafts did an earlier visit leave behind? */

import type { AgentDraft, Draft } from './draft';
import { liveDrafts } from './live-drafts';
import { draftsOnDevice } from './this-device';

export interface LeftDraft<Kind extends Draft = AgentDraft> {
  draft: Kind;
  /** That nobody is writing it any more is certain; else it may belong to another tab. */
  isCertain: boolean;
}

/** Drafts of a person that no tab is writing, the latest first. */
export async function listLeft(userId: string): Promise<LeftDraft<Draft>[]> {
  const store = draftsOnDevice();
  // First the drafts: a tab that opens between the two questions then holds one that is not in the list.
  const drafts = await store.list(userId);
  if (drafts.length === 0) return [];
  const live = await liveDrafts();
  // A tab that was just reloaded may still seem to be writing what it wrote as it went.
  return drafts
    .map((draft) => ({ draft, isHere: store.isInTab(draft.id) }))
    .filter(({ draft, isHere }) => isHere || !live?.has(draft.id))
    .map(({ draft, isHere }) => ({ draft, isCertain: isHere || live !== null }));
}

/** As `listLeft`, of one agent. */
export async function listLeftDrafts(userId: string, agentId: string): Promise<LeftDraft[]> {
  return (await listLeft(userId)).filter(
    (left): left is LeftDraft => left.draft.kind === 'agent' && left.draft.agentId === agentId,
  );
}

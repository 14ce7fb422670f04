/** What of a commit do open pages show that nobody asked to be drawn anew? Said to those who listen: that it changed, never what. */

import 'server-only';

import type { Store } from '@/db';
import type { News } from '@/lib/contract';

import { log } from './log';

/** What is stale after an event, by its noun. */
const STALE: Record<string, News> = {
  comment: 'comments',
  thread: 'comments',
  member: 'members',
  invitation: 'members',
  proposal: 'reviews',
};

export interface Happened {
  workspaceId: string | null;
  /** Null when nothing but what somebody is told has changed. */
  event: string | null;
  /** Whose inbox is another one now. */
  told: readonly string[];
}

/** Tells what was committed to who listens, here and at other servers. Who is not reached asks again anyway. */
export async function tellNews(store: Store, { workspaceId, event, told }: Happened): Promise<void> {
  const about = event === null ? undefined : STALE[event.split('.')[0] ?? ''];
  if (!workspaceId || (!about && told.length === 0)) return;
  try {
    // Most actions have no news: they need not load what tells them.
    const { meetNeighbours, sayNews } = await import('./live/neighbours');
    meetNeighbours(store);
    if (about) sayNews({ workspaceId, about, userId: null });
    for (const userId of told) sayNews({ workspaceId, about: 'inbox', userId });
  } catch (error) {
    log.warn({ err: error }, 'those who listen were not told what changed');
  }
}

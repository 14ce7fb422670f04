/** Has anything changed that this page shows? Heard from whichever tab of this browser holds the live stream. */

import type { LiveMessage, News } from '@/lib/contract';

/** What the tabs of a person in a workspace tell each other by. */
export const liveChannel = (workspace: string, userId: string) => `muster-live:${workspace}:${userId}`;

/** Listens for news; returns how to stop. Where no stream is open there are none, and pages ask now and then. */
export function hearNews(workspace: string, userId: string, hear: (about: News) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const channel = new BroadcastChannel(liveChannel(workspace, userId));
  channel.onmessage = ({ data }: MessageEvent<{ kind: string; message?: LiveMessage }>) => {
    if (data.message?.type === 'news') hear(data.message.about);
  };
  return () => channel.close();
}

/** What happens while an agent is open: who comes, and when does it become a text of several? */

import { AgentRoom, type RoomState } from '@/lib/client/live/agent-room';
import type { AgentDocument, LiveMessage } from '@/lib/contract';

import type { SaveSession } from '../save/save-session';
import type { TextStore } from '../text/text-store';
import type { Joined } from './join-live';
import type { Live } from './live';

export interface LiveParts {
  live: Live;
  store: TextStore;
  session: SaveSession;
  document: Pick<AgentDocument, 'id' | 'workspace' | 'canEdit'>;
  userId: string;
  /** This tab. */
  tab: string;
  /** Said when something that was saved elsewhere came in. */
  onCameIn: (words: string) => void;
}

const RETRY_MS = 3_000;

/** Goes into the room of the agent, and loads what is needed to write together once somebody else is there. */
export function startLive(parts: LiveParts): () => void {
  const { live, document, userId, tab } = parts;
  let joined: Joined | null = null;
  let joining: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function join(): Promise<void> {
    const { joinLive } = await import('./join-live');
    if (isOver) return;
    joined ??= joinLive(parts, room);
    await joined.document.sync();
    if (!isOver) live.use(joined.document);
  }
  function want(): void {
    if (isOver || live.generation !== null || joining) return;
    clearTimeout(timer);
    joining = join()
      // The room may be open and the server busy, or the code may not come through: the page works without.
      .catch(() => {
        timer = setTimeout(want, RETRY_MS);
      })
      .finally(() => {
        joining = null;
      });
  }
  function takeState({ peers, isShared }: RoomState): void {
    live.set({ peers });
    joined?.showPeers(peers);
    if (isShared) want();
  }

  const room = new AgentRoom({
    ...{ workspace: document.workspace, agentId: document.id, userId, tab },
    onState: takeState,
    onMessage: (message: LiveMessage) => joined?.document.take(message),
    onConnected: () => {
      if (live.generation !== null) void joined?.document.sync().catch(() => {});
    },
  });
  live.ready({ load: want, wake: () => room.wake() });
  return () => {
    isOver = true;
    clearTimeout(timer);
    live.ready(null);
    live.use(null);
    live.set({ peers: [] });
    joined?.close();
    room.close();
  };
}

/** What happens while an agent is open: who comes, and when does it become a text of several? */

import { AgentRoom, type RoomState } from '@/lib/client/live/agent-room';
import type { ActionError, AgentDocument, LiveMessage } from '@/lib/contract';

import type { SaveSession } from '../save/save-session';
import type { TextStore } from '../text/text-store';
import type { Joined } from './join-live';
import type { Live } from './live';

export interface LiveParts {
  live: Live;
  store: TextStore;
  session: SaveSession;
  document: Pick<AgentDocument, 'id' | 'workspace'>;
  workspaceName: string;
  userId: string;
  /** This tab. */
  tab: string;
  /** Said when something that was saved elsewhere came in. */
  onCameIn: (words: string) => void;
  /** The role of the person has changed: the page has to be asked for anew. */
  onRole: () => void;
}

const LOWERED: ActionError = {
  code: 'forbidden',
  message: 'Your role was changed: you can only read this agent now.',
};

const RETRY_MS = 3_000;

/** Goes into the room of the agent, and loads what is needed to write together once somebody else is there. */
export function startLive(parts: LiveParts): () => void {
  const { live, document, userId, tab } = parts;
  let joined: Joined | null = null;
  let joining: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let couldEdit: boolean | null = null;

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
  function takeRole(canEdit: boolean | null): void {
    if (canEdit === null || canEdit === couldEdit) return;
    if (canEdit) live.regain();
    else live.lose(LOWERED);
    if (couldEdit !== null) parts.onRole();
    couldEdit = canEdit;
  }
  function onRemoved(): void {
    couldEdit = null;
    live.lose({ code: 'not_found', message: `You are no longer a member of ${parts.workspaceName}.` });
  }
  function takeState({ peers, isShared, canEdit }: RoomState): void {
    live.set({ peers });
    takeRole(canEdit);
    joined?.showPeers(peers);
    if (isShared) want();
  }

  const room = new AgentRoom({
    ...{ workspace: document.workspace, agentId: document.id, userId, tab },
    onState: takeState,
    onRemoved,
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

/** Who else has this agent open, and where are they? One tab in the room of one agent. */

import type { LiveMessage, LivePlace, LiveRequest, LiveRoom, Peer } from '@/lib/contract';
import { PERSON_HEADER } from '@/lib/policy';

import { liveChannel } from './news';
import { type SharedStream, shareStream } from './shared-stream';

/** How often others hear where somebody is, in milliseconds. */
const PLACE_EVERY_MS = 80;
/** How often the server hears that a tab is still there. */
const STILL_HERE_MS = 30_000;

export interface RoomState {
  /** Everybody but this tab. */
  peers: readonly Peer[];
  /** Whether there is somebody to write with, or something that was written and is no version yet. */
  isShared: boolean;
  isConnected: boolean;
  /** What the person may do now; null until it was heard. */
  canEdit: boolean | null;
}

export interface AgentRoomOptions {
  workspace: string;
  agentId: string;
  userId: string;
  tab: string;
  onState: (state: RoomState) => void;
  /** What is said of the document of this agent. */
  onMessage: (message: LiveMessage) => void;
  /** The person is no longer a member of the workspace. */
  onRemoved: () => void;
  /** The stream is open, again perhaps: something may have been missed. */
  onConnected: () => void;
}

const NOWHERE: LivePlace = { caret: null, field: null };

type Asking = LiveRequest extends infer Each
  ? Each extends LiveRequest
    ? Omit<Each, 'stream' | 'tab'>
    : never
  : never;

export class AgentRoom {
  private state: RoomState = { peers: [], isShared: false, isConnected: false, canEdit: null };
  private stream: string | null = null;
  private readonly shared: SharedStream;
  private place: LivePlace = NOWHERE;
  private said = JSON.stringify(NOWHERE);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly stillHere: ReturnType<typeof setInterval>;
  private isClosed = false;

  constructor(private readonly options: AgentRoomOptions) {
    const { workspace, userId, agentId: agent, tab: own } = options;
    const about = { url: `/api/w/${workspace}/live`, userId, agent, tab: own };
    this.shared = shareStream(
      { ...about, name: liveChannel(workspace, userId) },
      {
        message: this.hear,
        down: this.lose,
        left: (stream, agent, tab) => void this.post(agent, { kind: 'close', stream, tab }).catch(() => {}),
      },
    );
    this.stillHere = setInterval(() => this.stream && void this.enter(), STILL_HERE_MS);
    window.addEventListener('pagehide', this.goAway);
    window.addEventListener('pageshow', this.comeBack);
  }

  /** Says where this tab is: soon, and only the last place. */
  move(place: LivePlace): void {
    this.place = place;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tellPlace();
    }, PLACE_EVERY_MS);
  }

  /** Asks the room something; rejects without a stream or an answer. */
  async ask<Answer>(asked: Asking): Promise<Answer> {
    const { agentId, tab } = this.options;
    const response = await this.post(agentId, {
      ...asked,
      stream: this.stream ?? 'none',
      tab,
    } as LiveRequest);
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return (await response.json()) as Answer;
  }

  /** The server answers again, or the person is signed in again: the stream need not wait any longer. */
  wake(): void {
    this.shared.wake();
  }

  close(): void {
    if (this.isClosed) return;
    this.shared.leave(false);
    this.isClosed = true;
    clearTimeout(this.timer);
    clearInterval(this.stillHere);
    window.removeEventListener('pagehide', this.goAway);
    window.removeEventListener('pageshow', this.comeBack);
    this.shared.close();
  }

  private goAway = (): void => this.shared.leave(true);

  /** The browser kept the page and shows it again. */
  private comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.stream) void this.enter();
  };

  private hear = (message: LiveMessage): void => {
    if (this.isClosed) return;
    if (message.type === 'hello') {
      this.stream = message.stream;
      void this.enter();
      return;
    }
    if (message.type === 'bye' && message.reason === 'removed') this.options.onRemoved();
    if (!('agent' in message) || message.agent !== this.options.agentId) return;
    if (message.type === 'room') this.takeRoom(message);
    else if (message.type === 'place') this.takePlace(message.tab, message.place);
    else this.options.onMessage(message);
  };

  private lose = (): void => {
    this.stream = null;
    this.set({ ...this.state, peers: [], isConnected: false, canEdit: null });
  };

  private async enter(): Promise<void> {
    try {
      const wasConnected = this.state.isConnected;
      this.takeRoom(await this.ask<LiveRoom>({ kind: 'open' }));
      this.said = JSON.stringify(NOWHERE);
      this.tellPlace();
      if (!wasConnected) this.options.onConnected();
    } catch {
      // It is tried again with the next stream, or the next time that this tab says that it is here.
    }
  }

  private tellPlace(): void {
    const { place } = this;
    const said = JSON.stringify(place);
    if (said === this.said || !this.stream || this.state.peers.length === 0) return;
    this.said = said;
    void this.ask({ kind: 'place', place }).catch(() => {});
  }

  private takeRoom({ peers, isShared }: LiveRoom): void {
    const others = peers.filter(({ tab }) => tab !== this.options.tab);
    const hadOthers = this.state.peers.length > 0;
    const own = peers.find(({ tab }) => tab === this.options.tab);
    this.set({ peers: others, isShared, isConnected: true, canEdit: own?.canEdit ?? null });
    // Whoever came knows nothing yet of where this one is.
    if (!hadOthers && others.length > 0) this.tellPlace();
  }

  private takePlace(tab: string, place: LivePlace): void {
    const peers = this.state.peers.map((peer) => (peer.tab === tab ? { ...peer, place } : peer));
    this.set({ ...this.state, peers });
  }

  private set(state: RoomState): void {
    if (this.isClosed) return;
    this.state = state;
    this.options.onState(state);
  }

  private post(agent: string, asked: LiveRequest): Promise<Response> {
    return fetch(`/api/w/${this.options.workspace}/live/${agent}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [PERSON_HEADER]: this.options.userId },
      body: JSON.stringify(asked),
    });
  }
}

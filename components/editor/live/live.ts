/** Who else is in this agent, and is what was typed with them? What the page knows of it, before any of that is loaded. */

import type { SharedDocument } from '@/lib/client/live/shared-document';
import type { SharedPhase, Unstored } from '@/lib/client/live/shared-screen';
import type { ActionError, Peer } from '@/lib/contract';

import type { SharedText } from '../save/save-session';

export interface LiveState {
  /** Everybody but this tab. */
  peers: readonly Peer[];
  /** `alone` until somebody else was there. */
  phase: 'alone' | SharedPhase;
  /** Why the server did not take what was typed. */
  refusal: ActionError | null;
  /** Why the person may not change the agent any more, though they could when they opened it. */
  lost: ActionError | null;
}

/** What the page asks of the room that it is in. */
export interface LiveRoomDoor {
  /** Loads what is needed to write together. */
  load: () => void;
  wake: () => void;
}

/** How long a page waits for the document before it goes on without it. */
const PATIENCE_MS = 8_000;

export class Live implements SharedText {
  private state: LiveState = { peers: [], phase: 'alone', refusal: null, lost: null };
  /** As the page was last told by the server. */
  private isEditor = true;
  private readonly listeners = new Set<() => void>();
  private document: SharedDocument | null = null;
  private left: { unstored: Unstored; done: (isIn: boolean) => void }[] = [];
  private room: LiveRoomDoor | null = null;

  getState = (): LiveState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get generation(): string | null {
    return this.document?.generation ?? null;
  }

  get refusal(): ActionError | null {
    return this.state.refusal;
  }

  /** Whether what is typed may be sent. */
  get canEdit(): boolean {
    return this.isEditor && this.state.lost === null;
  }

  /** Says what the page itself was told; what waited is sent where it may be. */
  allow(isEditor: boolean): void {
    this.isEditor = isEditor;
    if (this.canEdit) this.document?.resume();
  }

  /** From now on what was typed stays here. */
  lose(lost: ActionError): void {
    this.set({ lost });
  }

  /** The role is back. */
  regain(): void {
    if (!this.state.lost) return;
    this.set({ lost: null });
    this.allow(this.isEditor);
  }

  /** Whether the server has everything that was typed; false while nobody else is there. */
  get isStored(): boolean {
    return this.generation !== null && (this.document?.isStored ?? false);
  }

  get unstored(): Unstored | null {
    return this.document?.unstored ?? null;
  }

  flush(): Promise<boolean> {
    return this.document?.flush() ?? Promise.resolve(true);
  }

  /** Brings in what an earlier visit typed and could not send; false where that is not possible. */
  bringIn(unstored: Unstored): Promise<boolean> {
    const isIn = new Promise<boolean>((done) => {
      this.left.push({ unstored, done });
      setTimeout(() => done(false), PATIENCE_MS);
    });
    this.room?.load();
    this.handOver();
    return isIn;
  }

  /** The person is signed in again: they hear the others again, and what was typed meanwhile is sent. */
  wake(): void {
    this.room?.wake();
  }

  /** From now on the document can be loaded when it is wanted; null when the page leaves the room. */
  ready(room: LiveRoomDoor | null): void {
    this.room = room;
    if (this.left.length > 0) room?.load();
  }

  use(document: SharedDocument | null): void {
    this.document = document;
    this.handOver();
    if (!document) this.set({ phase: 'alone', refusal: null });
  }

  set(change: Partial<LiveState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private handOver(): void {
    if (!this.document) return;
    for (const { unstored, done } of this.left.splice(0)) void this.document.bringIn(unstored).then(done);
  }
}

/** Who else is in this agent, and is what was typed with them? What the page knows of it, before any of that is loaded. */

import type { SharedDocument, SharedPhase, Unstored } from '@/lib/client/live/shared-document';
import type { Peer } from '@/lib/contract';

import type { SharedText } from '../save/save-session';

export interface LiveState {
  /** Everybody but this tab. */
  peers: readonly Peer[];
  /** `alone` until somebody else was there. */
  phase: 'alone' | SharedPhase;
  /** Why the server did not take what was typed. */
  refusal: string | null;
}

/** How long a page waits for the document before it goes on without it. */
const PATIENCE_MS = 8_000;

export class Live implements SharedText {
  private state: LiveState = { peers: [], phase: 'alone', refusal: null };
  private readonly listeners = new Set<() => void>();
  private document: SharedDocument | null = null;
  private left: { unstored: Unstored; done: (isIn: boolean) => void }[] = [];
  /** Loads what is needed to write together. */
  private load: (() => void) | null = null;

  getState = (): LiveState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get generation(): string | null {
    return this.document?.generation ?? null;
  }

  get refusal(): string | null {
    return this.state.refusal;
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
    this.load?.();
    this.handOver();
    return isIn;
  }

  /** From now on the document can be loaded when it is wanted. */
  ready(load: (() => void) | null): void {
    this.load = load;
    if (this.left.length > 0) load?.();
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

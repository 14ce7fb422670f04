/** Which agents are like the text that is being written? Asked when the typing rests; an older question is dropped. */

import { RequestError } from '@/lib/client/request';
import type { SimilarAgent } from '@/lib/contract';

export interface SimilarState {
  /** The last answer; null before the first, and when there is nothing to ask about. */
  agents: readonly SimilarAgent[] | null;
  /** What went wrong with the last question, in words. */
  problem: string | null;
  isAsking: boolean;
}

/** Asks after this much rest, in milliseconds. */
export const REST = 400;

const NOTHING: SimilarState = { agents: null, problem: null, isAsking: false };

export type Ask = (text: string, signal: AbortSignal) => Promise<SimilarAgent[]>;

/** Keeps the answer for the newest text. */
export class SimilarWatch {
  private state: SimilarState = NOTHING;
  private text: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly ask: Ask) {}

  getState = (): SimilarState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Says what the text is now; null when there is nothing to ask about, for it has no description yet. */
  setText(text: string | null): void {
    if (text === this.text) return;
    this.text = text;
    this.stop();
    if (text === null) this.change(NOTHING);
    else this.timer = setTimeout(() => void this.run(text), REST);
  }

  /** Asks again about the same text. */
  retry(): void {
    this.stop();
    if (this.text !== null) void this.run(this.text);
  }

  /** Drops the question that waits or runs. */
  stop(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.running = null;
  }

  private async run(text: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.change({ ...this.state, isAsking: true });
    try {
      const agents = await this.ask(text, running.signal);
      if (this.running === running) this.change({ agents, problem: null, isAsking: false });
    } catch (cause) {
      if (this.running !== running) return;
      const problem =
        cause instanceof RequestError ? cause.message : 'The answer of the server could not be read.';
      this.change({ ...this.state, problem, isAsking: false });
    }
  }

  private change(state: SimilarState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** How long does a write wait for more to come? As long as the last one took: alone nobody waits, and many share one. */

import 'server-only';

import { setTimeout } from 'node:timers/promises';

/** A person sees what others type; a slow disk is no reason to keep it longer. */
const LONGEST_MS = 50;

export class Pace {
  private until = 0;

  /** Resolves when the next write may begin. */
  async rest(): Promise<void> {
    const wait = this.until - performance.now();
    if (wait > 0) await setTimeout(wait);
  }

  /** A write that began then is over. */
  wrote(began: number): void {
    const now = performance.now();
    this.until = now + Math.min(LONGEST_MS, now - began);
  }
}

/** Which shortcut does a row of key presses mean? Some are two keys, one after the other. */

import type { Shortcut } from '@/lib/client/shortcuts/shortcut';

/** So long, in milliseconds, the first key of two waits for the second. */
const PATIENCE = 1500;

/** Follows key presses, of which each may end a shortcut or begin one. */
export class Sequence {
  private first: { key: string; at: number } | null = null;
  /** The last press ended a shortcut of two keys. */
  ended = false;

  constructor(private readonly now: () => number = Date.now) {}

  /** Takes a press; returns the shortcut of `open` that it ends, `begun` when it begins one, or null. */
  next(chord: string, open: readonly Shortcut[]): Shortcut | 'begun' | null {
    const { first } = this;
    this.first = null;
    this.ended = false;
    if (first && this.now() - first.at <= PATIENCE) {
      const second = open.find(({ keys }) => keys.includes(`${first.key} ${chord}`));
      this.ended = second !== undefined;
      if (second) return second;
    }
    const whole = open.find(({ keys }) => keys.includes(chord));
    if (whole) return whole;
    if (!open.some(({ keys }) => keys.some((press) => press.startsWith(`${chord} `)))) return null;
    this.first = { key: chord, at: this.now() };
    return 'begun';
  }
}

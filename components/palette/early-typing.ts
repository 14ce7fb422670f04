/** What is typed while the palette opens? It waits for the palette; to the page it means nothing. */

import type { Press } from '@/lib/client/shortcuts/shortcut';

/** So long, in milliseconds, a palette may take to come; then keys are the page's again. */
const PATIENCE = 5000;

/** Keeps what is typed from when the palette is asked for until it has the focus. */
export class EarlyTyping {
  private text: string | null = null;
  private since = 0;

  constructor(private readonly now: () => number = Date.now) {}

  begin(): void {
    this.text = '';
    this.since = this.now();
  }

  /** Takes a press; says whether it was one for the palette. */
  take({ key, ctrlKey, metaKey, altKey }: Press): boolean {
    if (this.text === null) return false;
    if (key === 'Escape' || this.now() - this.since > PATIENCE) this.text = null;
    // With both Ctrl and Alt some keyboards write signs.
    if (this.text === null || ((ctrlKey || metaKey) && !altKey)) return false;
    if (key === 'Backspace') this.text = [...this.text].slice(0, -1).join('');
    else if ([...key].length === 1) this.text += key;
    else return false;
    return true;
  }

  /** Returns what was typed; from now on the palette hears for itself. */
  end(): string {
    const { text } = this;
    this.text = null;
    return text ?? '';
  }
}

/** There is one palette. */
export const earlyTyping = new EarlyTyping();

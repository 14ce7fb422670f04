/** What can be done on the present page? Its parts declare it while they are there; the palette lists it. */

import type { Shortcut } from '@/lib/client/shortcuts/shortcut';

/** Without an event when the palette calls it; false leaves the key to what has the focus. */
export type Handler = (event: KeyboardEvent | null) => unknown;
export type Handlers = Partial<Record<string, Handler | undefined>>;

interface Declared {
  table: readonly Shortcut[];
  /** As of now: what cannot be done at the moment is absent. */
  handlers: () => Handlers;
}

const declared = new Set<Declared>();

/** Declares what a part of the page can do; returns what takes it back. */
export function declareCommands(part: Declared): () => void {
  declared.add(part);
  return () => declared.delete(part);
}

export interface PageCommand {
  shortcut: Shortcut;
  run: () => void;
}

/** Returns what the palette offers of the present page, in the order of the table. */
export function listCommands(): PageCommand[] {
  // A part may stand on the page twice, once for a phone.
  const found = new Map<Shortcut, PageCommand>();
  for (const { table, handlers } of declared) {
    for (const shortcut of table) {
      const handler = handlers()[shortcut.id];
      if (handler && shortcut.inPalette) found.set(shortcut, { shortcut, run: () => void handler(null) });
    }
  }
  return [...found.values()];
}

'use client';
/** How does a page answer to its shortcuts? It gives a handler for each id of the table; keys and palette call it. */

import { useEffect, useRef } from 'react';

import { isCovered, isForPage } from '@/components/ui/use-page-keys';
import { EVERYWHERE_KEYS } from '@/lib/client/shortcuts/everywhere';
import { chordOf, type Shortcut, type ShortcutId } from '@/lib/client/shortcuts/shortcut';

import { declareCommands, type Handler } from './page-commands';
import { Sequence } from './sequence';

/** Handlers of a table's shortcuts; what cannot be done at the moment is absent. */
export type HandlersOf<Table extends readonly Shortcut[]> = {
  [Id in ShortcutId<Table>]?: Handler | undefined;
};

/** Answers to the shortcuts of `table` for as long as the component is there. */
export function useShortcuts<Table extends readonly Shortcut[]>(
  table: Table,
  handlers: HandlersOf<Table>,
): void {
  const latest = useRef<Partial<Record<string, Handler>>>(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => declareCommands({ table, handlers: () => latest.current }), [table]);
  useEffect(() => {
    const rows = table.filter(({ own }) => !own);
    const sequence = new Sequence();
    function press(event: KeyboardEvent) {
      const chord = chordOf(event, isMac());
      if (event.defaultPrevented || chord === null) return;
      const open = rows.filter((row) => latest.current[row.id] && isMeant(row, event));
      const found = sequence.next(chord, open);
      if (!found) return;
      if (found !== 'begun' && latest.current[found.id]?.(event) === false) return;
      event.preventDefault();
      // The second key of a sequence means something else to the page.
      if (sequence.ended) event.stopImmediatePropagation();
    }
    // Sequences hear each key before the page does.
    const isFirst = (table as readonly Shortcut[]) === EVERYWHERE_KEYS;
    window.addEventListener('keydown', press, isFirst);
    return () => window.removeEventListener('keydown', press, isFirst);
  }, [table]);
}

function isMeant({ when = 'page' }: Shortcut, event: KeyboardEvent): boolean {
  if (when === 'page') return isForPage(event);
  return when === 'always' || !isCovered();
}

/** On a Mac the command key gives commands, and Ctrl moves the caret. */
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

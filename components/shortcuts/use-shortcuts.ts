'use client';
/** How does a page answer to its shortcuts? It gives a handler for each id of the table; keys and palette call it. */

import { useEffect, useRef } from 'react';

import { isCovered, isForPage } from '@/components/ui/use-page-keys';
import {
  chordOf,
  type Scope,
  type Shortcut,
  type ShortcutId,
  shortcutsOf,
} from '@/lib/client/shortcuts/shortcuts';

import { declareCommands, type Handler } from './page-commands';
import { Sequence } from './sequence';

/** Handlers of a scope's shortcuts; what cannot be done at the moment is absent. */
export type HandlersOf<In extends Scope> = { [Id in ShortcutId<In>]?: Handler | undefined };

/** Answers to the shortcuts of `scope` for as long as the component is there. */
export function useShortcuts<In extends Scope>(scope: In, handlers: HandlersOf<In>): void {
  const latest = useRef<Partial<Record<string, Handler>>>(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => declareCommands({ scope, handlers: () => latest.current }), [scope]);
  useEffect(() => {
    const rows = shortcutsOf(scope).filter(({ own }) => !own);
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
    window.addEventListener('keydown', press, scope === 'everywhere');
    return () => window.removeEventListener('keydown', press, scope === 'everywhere');
  }, [scope]);
}

function isMeant({ when = 'page' }: Shortcut, event: KeyboardEvent): boolean {
  if (when === 'page') return isForPage(event);
  return when === 'always' || !isCovered();
}

/** On a Mac the command key gives commands, and Ctrl moves the caret. */
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

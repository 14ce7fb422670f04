'use client';
/** Which rows are chosen while the list is open, and what changes that? */

import { useCallback, useState } from 'react';

import { NOTHING_SELECTED, reach, type Selection, toggle, toggleAll } from './selection';

export interface ListSelection {
  selection: Selection;
  /** Chooses a row or takes it out; with Shift every row from the last one. */
  select: (id: string, shift: boolean) => void;
  selectAll: () => void;
  clear: () => void;
}

/** The selection of a list whose rows stand in this order. */
export function useSelection(order: readonly string[]): ListSelection {
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const select = useCallback(
    (id: string, shift: boolean) => setSelection((now) => (shift ? reach(now, id, order) : toggle(now, id))),
    [order],
  );
  const selectAll = () => setSelection((now) => toggleAll(now, order));
  const clear = () => setSelection(NOTHING_SELECTED);
  return { selection, select, selectAll, clear };
}

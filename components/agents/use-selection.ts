'use client';
/** Which rows are chosen while the list is open, and what changes that? */

import { useCallback, useRef, useState } from 'react';

import { type AgentView, writeView } from '@/lib/client/agent-filter';
import { type AgentPages, useAgentIds } from '@/lib/client/use-agent-pages';

import {
  hasHole,
  NOTHING_SELECTED,
  reach,
  type Selection,
  selectMatching,
  takeOut,
  toggle,
  toggleAll,
} from './selection';

export interface ListSelection {
  selection: Selection;
  /** Chooses a row or takes it out; with Shift every row from the last one. */
  select: (id: string, shift: boolean) => void;
  /** Chooses the rows that are known, or lets them go. */
  selectKnown: () => void;
  /** Chooses all that match. */
  selectAll: () => void;
  clear: () => void;
  /** Lets go of agents that went elsewhere. */
  drop: (ids: readonly string[]) => void;
  /** How many of the chosen agents the list does not show; null while that is being asked. */
  unseen: number | null;
}

/** The selection of a list that shows `view`. */
export function useSelection(workspace: string, view: AgentView, pages: AgentPages): ListSelection {
  const { order, head } = pages;
  const [selection, setSelection] = useState(NOTHING_SELECTED);
  const close = head.data?.close.map(({ id }) => id) ?? [];
  const unseen = useUnseen(workspace, view, selection, [...order, ...close]);
  const { fetchIds } = useAgentIds(workspace, view, false);
  const latest = useRef({ order, selection });
  latest.current = { order, selection };
  const select = useCallback(
    (id: string, shift: boolean) => {
      if (!shift) return setSelection((now) => toggle(now, id));
      const known = latest.current;
      if (!hasHole(known.selection, id, known.order))
        return setSelection((now) => reach(now, id, known.order));
      void fetchIds().then((all) => setSelection((now) => reach(now, id, all)));
    },
    [fetchIds],
  );
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), []);
  const drop = useCallback((ids: readonly string[]) => setSelection((now) => takeOut(now, ids)), []);
  return {
    ...{ selection, select, clear, drop, unseen },
    selectKnown: () => setSelection((now) => toggleAll(now, order.filter(Boolean))),
    selectAll: () => {
      const total = head.data?.total ?? 0;
      const known = order.filter(Boolean);
      if (known.length === total) return setSelection(selectMatching(view.filter, known));
      void fetchIds().then((all) => setSelection(selectMatching(view.filter, all)));
    },
  };
}

function useUnseen(
  workspace: string,
  view: AgentView,
  { ids, all }: Selection,
  inSight: readonly string[],
): number | null {
  const known = new Set(inSight);
  const unknown = [...ids].filter((id) => !known.has(id));
  const isWhole = all !== null && writeView({ ...view, filter: all.filter }) === writeView(view);
  const isAsked = !isWhole && unknown.length > 0;
  const { ids: matching } = useAgentIds(workspace, view, isAsked);
  if (!isAsked) return 0;
  if (!matching) return null;
  const match = new Set(matching);
  return unknown.filter((id) => !match.has(id)).length;
}

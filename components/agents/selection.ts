/** Which rows are chosen, and what does one more press change? Pure. */

import type { AgentChoice, AgentFilter } from '@/lib/contract';

export interface Selection {
  ids: ReadonlySet<string>;
  /** The row that was pressed last; a press with Shift reaches from here. */
  anchor: string | null;
  /** Set while these are all that a filter let through, but for some that were taken out again. */
  all: { filter: AgentFilter; except: ReadonlySet<string> } | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null, all: null };

/** Chooses the row, or takes it out. */
export function toggle(selection: Selection, id: string): Selection {
  return { ...give(selection, [id], !selection.ids.has(id)), anchor: id };
}

/** Gives every row from the anchor to this one the state that this one gets; without an anchor just this one. */
export function reach(selection: Selection, id: string, order: readonly string[]): Selection {
  const span = spanTo(selection, id, order);
  if (!span) return toggle(selection, id);
  const rows = order.slice(span.from, span.to + 1);
  return { ...give(selection, rows, !selection.ids.has(id)), anchor: id };
}

/** Says whether a row between the anchor and this one is not known, so that `reach` would leave it out. */
export function hasHole(selection: Selection, id: string, order: readonly string[]): boolean {
  if (selection.anchor === null) return false;
  const span = spanTo(selection, id, order);
  if (!span) return true;
  for (let at = span.from; at <= span.to; at++) if (order[at] === undefined) return true;
  return false;
}

/** Chooses these rows, or takes them out when all of them were chosen. */
export function toggleAll(selection: Selection, rows: readonly string[]): Selection {
  const all = rows.length > 0 && rows.every((id) => selection.ids.has(id));
  return { ...give(selection, rows, !all), anchor: null };
}

/** All that a filter lets through. */
export const selectMatching = (filter: AgentFilter, ids: readonly string[]): Selection => ({
  ids: new Set(ids),
  anchor: null,
  all: { filter, except: new Set() },
});

/** Takes out what is not there any more. */
export const takeOut = (selection: Selection, ids: readonly string[]): Selection => ({
  ...give(selection, ids, false),
  all: null,
});

/** The choice as the server takes it: a few words for all that match, else the ids. */
export function choiceOf({ ids, all }: Selection): AgentChoice {
  return all ? { filter: all.filter, except: [...all.except], count: ids.size } : { ids: [...ids] };
}

/** All that a filter lets through, `count` as the person sees it. */
export const allOf = (filter: AgentFilter, count: number): AgentChoice => ({ filter, except: [], count });

function spanTo({ anchor }: Selection, id: string, order: readonly string[]) {
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  return from < 0 || to < 0 ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}

function give(selection: Selection, rows: readonly string[], chosen: boolean): Selection {
  const ids = new Set(selection.ids);
  const except = new Set(selection.all?.except);
  let isAll = selection.all !== null;
  for (const id of rows) {
    if (chosen && !ids.has(id)) {
      ids.add(id);
      // What the filter did not let through makes it a choice of its own.
      isAll = except.delete(id) && isAll;
    } else if (!chosen && ids.delete(id)) except.add(id);
  }
  return { ...selection, ids, all: isAll && selection.all ? { ...selection.all, except } : null };
}

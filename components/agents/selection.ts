/** Which rows are chosen, and what does one more press change? Pure. */

export interface Selection {
  ids: ReadonlySet<string>;
  /** The row that was pressed last; a press with Shift reaches from here. */
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: null };

/** Chooses the row, or takes it out. */
export function toggle(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** Gives every row from the anchor to this one the state that this one gets; without an anchor just this one. */
export function reach(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggle(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  const ids = new Set(selection.ids);
  const choose = !ids.has(id);
  for (const each of range) {
    if (choose) ids.add(each);
    else ids.delete(each);
  }
  return { ids, anchor: id };
}

/** Chooses all rows of the list, or none when all were chosen. */
export function toggleAll(selection: Selection, order: readonly string[]): Selection {
  const all = order.length > 0 && order.every((id) => selection.ids.has(id));
  return all ? NOTHING_SELECTED : { ids: new Set([...selection.ids, ...order]), anchor: null };
}

/** What does Enter do in a list or a quotation? The next item starts by itself, and an empty one ends the list. */

import { EditorSelection, type StateCommand } from '@codemirror/state';

const ITEM = /^([ \t]*(?:>[ \t]?)*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;
const QUOTE = /^[ \t]*(?:>[ \t]?)+/;

/** The marker with which the line after this one starts, and whether this line holds nothing else. */
export function nextMarker(line: string): { marker: string; own: string } | null {
  const item = ITEM.exec(line);
  if (item) {
    const [own, before = '', bullet, number, dot, gap, task] = item;
    const sign = bullet ?? `${Number(number) + 1}${dot}`;
    return { marker: `${before}${sign}${gap}${task ? '[ ] ' : ''}`, own };
  }
  const quote = QUOTE.exec(line);
  return quote ? { marker: quote[0], own: quote[0] } : null;
}

/** Continues the list or quotation at the cursor; with an empty item it takes the marker off. */
export const continueList: StateCommand = ({ state, dispatch }) => {
  const range = state.selection.main;
  if (state.readOnly || state.selection.ranges.length > 1) return false;
  const line = state.doc.lineAt(range.from);
  const text = line.text.replace(/\r$/, '');
  const next = nextMarker(text);
  if (!next || range.from < line.from + next.own.length) return false;
  const isEmpty = range.empty && text.trim() === next.own.trim();
  const change = isEmpty
    ? { from: line.from, to: line.from + text.length, insert: '' }
    : { from: range.from, to: range.to, insert: `\n${next.marker}` };
  dispatch(
    state.update({
      changes: change,
      selection: EditorSelection.cursor(change.from + change.insert.length),
      scrollIntoView: true,
      userEvent: 'input',
    }),
  );
  return true;
};

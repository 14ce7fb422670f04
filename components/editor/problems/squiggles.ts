/** How do problems show in a text? Underlined where they are; the words and the fix come with the pointer. */

import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';

import type { Severity } from '@/lib/agent-file';
import type { TextRange } from '@/lib/text';

export interface Squiggle {
  range: TextRange;
  severity: Severity;
  message: string;
  /** Worked out only when the words are shown. */
  fix?: () => { title: string; run: () => void } | null;
}

/** Replaces what is underlined; the ranges refer to the present text. */
export const setSquiggles = StateEffect.define<readonly Squiggle[]>();

interface Shown {
  squiggles: readonly Squiggle[];
  marks: DecorationSet;
}

const field = StateField.define<Shown>({
  create: () => ({ squiggles: [], marks: Decoration.none }),
  update(shown, tr) {
    const set = tr.effects.findLast((effect) => effect.is(setSquiggles));
    if (set) return { squiggles: set.value, marks: underline(tr.state, set.value) };
    return tr.docChanged ? { ...shown, marks: shown.marks.map(tr.changes) } : shown;
  },
  provide: (self) => EditorView.decorations.from(self, (shown) => shown.marks),
});

/** Underlines problems and shows their words under the pointer. */
export function squiggles(): Extension {
  return [field, hoverTooltip((view, pos) => tooltipAt(view.state, pos))];
}

function underline(state: EditorState, all: readonly Squiggle[]): DecorationSet {
  const { length } = state.doc;
  const ranges: Range<Decoration>[] = [];
  all.forEach(({ range, severity }, index) => {
    const from = Math.min(range.from, Math.max(0, length - 1));
    const to = Math.min(Math.max(range.to, from + 1), length);
    const mark = Decoration.mark({ class: `cm-squiggle-${severity}`, index });
    if (from < to) ranges.push(mark.range(from, to));
  });
  return Decoration.set(ranges, true);
}

function tooltipAt(state: EditorState, pos: number): Tooltip | null {
  const { squiggles, marks } = state.field(field);
  const found: Squiggle[] = [];
  let start = pos;
  marks.between(pos, pos, (from, _to, { spec }) => {
    const squiggle = squiggles[(spec as { index: number }).index];
    if (squiggle) found.push(squiggle);
    start = Math.min(start, from);
  });
  if (found.length === 0) return null;
  return { pos: start, above: true, create: () => ({ dom: describe(found) }) };
}

function describe(found: readonly Squiggle[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-problems';
  for (const { message, fix } of found) {
    const row = box.appendChild(document.createElement('p'));
    row.textContent = message;
    const mend = fix?.();
    if (!mend) continue;
    const button = row.appendChild(document.createElement('button'));
    button.type = 'button';
    button.textContent = mend.title;
    button.addEventListener('click', mend.run);
  }
  return box;
}

/** How do comments show in the source? What they are about is underlaid; a press opens the thread. */

import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export interface Mark {
  threadId: string;
  from: number;
  to: number;
}

/** Replaces what is underlaid; the ranges refer to the present text. */
export const setMarks = StateEffect.define<readonly Mark[]>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, tr) {
    const set = tr.effects.findLast((effect) => effect.is(setMarks));
    return set ? underlay(set.value, tr.state.doc.length) : marks.map(tr.changes);
  },
  provide: (self) => EditorView.decorations.from(self),
});

const look = EditorView.baseTheme({
  '.cm-commented': {
    backgroundColor: 'var(--color-attention-soft)',
    boxShadow: 'inset 0 -1px var(--color-attention)',
    cursor: 'pointer',
  },
});

/** Shows marks, and tells which thread was pressed. */
export function commentMarks(onOpen: (threadId: string) => void): Extension {
  const press = EditorView.domEventHandlers({
    click(event, view) {
      const pos = view.posAtCoords({ x: event.clientX, y: event.clientY });
      const threadId = pos === null ? null : threadAt(view.state, pos);
      // Whoever selects a stretch wants the stretch.
      if (threadId && view.state.selection.main.empty) onOpen(threadId);
      return false;
    },
  });
  return [field, look, press];
}

/** The thread whose mark holds the offset; null when there is none. */
export function threadAt(state: EditorView['state'], offset: number): string | null {
  let found: string | null = null;
  state.field(field, false)?.between(offset, offset, (_from, _to, { spec }) => {
    found ??= (spec as { threadId: string }).threadId;
  });
  return found;
}

function underlay(marks: readonly Mark[], length: number): DecorationSet {
  const ranges: Range<Decoration>[] = [];
  for (const { threadId, from, to } of marks) {
    const end = Math.min(to, length);
    if (from < end) ranges.push(Decoration.mark({ class: 'cm-commented', threadId }).range(from, end));
  }
  return Decoration.set(ranges, true);
}

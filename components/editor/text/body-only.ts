/** How is the body edited alone, without the front matter being seen, changed or deleted? */

import {
  EditorSelection,
  EditorState,
  type Extension,
  RangeSet,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

import { fileField } from './file-field';
import { exact, lineEndAt } from './line-ends';

/** Switches between the body alone and the whole file. */
export const showBodyOnly = StateEffect.define<boolean>();

/** Is only the body shown? */
export const bodyOnlyField = StateField.define<boolean>({
  create: () => true,
  update: (value, tr) => tr.effects.findLast((effect) => effect.is(showBodyOnly))?.value ?? value,
});

/** While only the body is shown, everything before it is hidden, and typing, deleting and selecting stop at its start. */
export function bodyOnly(): Extension {
  return [
    bodyOnlyField,
    EditorView.decorations.compute([fileField, bodyOnlyField, 'doc'], hideFrontMatter),
    EditorView.atomicRanges.of((view) => hideFrontMatter(view.state)),
    EditorState.changeFilter.of((tr) => {
      const start = isLimited(tr) ? bodyStart(tr.startState) : 0;
      return start > 0 ? [0, start] : true;
    }),
    EditorState.transactionFilter.of(stayInBody),
  ];
}

/** Returns where the editable text starts: at the body when only it is shown, else at 0. */
export function bodyStart(state: EditorState): number {
  return state.field(bodyOnlyField) ? state.field(fileField).body.from : 0;
}

function isLimited(tr: Transaction): boolean {
  return tr.startState.field(bodyOnlyField) && !tr.annotation(exact);
}

function stayInBody(tr: Transaction): Transaction | TransactionSpec[] {
  if (!tr.docChanged && !tr.selection && tr.effects.length === 0) return tr;
  const limited = tr.effects.findLast((effect) => effect.is(showBodyOnly))?.value ?? isLimited(tr);
  if (!limited) return tr;
  const { doc } = tr.startState;
  const start = tr.startState.field(fileField).body.from;
  if (start === 0) return tr;
  // A file that ends with its fence gets a line for its body first.
  const needsLine =
    tr.docChanged && start === doc.length && doc.sliceString(start - 1) !== '\n' && tr.newDoc.length > start;
  const changes = needsLine ? { from: start, insert: lineEndAt(doc, start) } : undefined;
  const added = changes ? changes.insert.length : 0;
  const keep = (at: number) => Math.max(at + (at >= start ? added : 0), start + added);
  const { ranges, mainIndex } = tr.newSelection;
  const selection = EditorSelection.create(
    ranges.map((range) => EditorSelection.range(keep(range.anchor), keep(range.head))),
    mainIndex,
  );
  if (!changes && selection.eq(tr.newSelection)) return tr;
  return [tr, { changes, selection, sequential: true }];
}

const hiddenBlock = Decoration.replace({ block: true });
const hiddenStart = Decoration.replace({});

function hideFrontMatter(state: EditorState): DecorationSet {
  const start = bodyStart(state);
  if (start === 0) return RangeSet.empty;
  const startsLine = state.doc.lineAt(start).from === start;
  const range = startsLine ? hiddenBlock.range(0, start - 1) : hiddenStart.range(0, start);
  return RangeSet.of([range]);
}

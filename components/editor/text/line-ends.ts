/** How does CodeMirror edit a file with Windows line ends without changing one of them? */

import {
  Annotation,
  ChangeSet,
  EditorSelection,
  EditorState,
  type Extension,
  type Range,
  RangeSet,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  Direction,
  type EditorView,
  type KeyBinding,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

import type { Replacement } from '@/lib/text';

/** Marks a transaction whose changes are meant to the character: the lens's replacements, fixes, merges. */
export const exact = Annotation.define<boolean>();

/**
 * Makes CodeMirror's offsets those of the text and keeps its line ends: a CR is hidden and goes with its LF,
 * and a line end that is typed or pasted becomes like the ones around it.
 */
export function lineEnds(): Extension {
  return [
    EditorState.lineSeparator.of('\n'),
    EditorState.transactionFilter.of(keepPairs),
    hiddenReturns,
    keymap.of(PAIR_KEYS),
  ];
}

/** Returns the line end to insert at an offset: that of its line, on the last line that of the line before. */
export function lineEndAt(doc: Text, offset: number): '\n' | '\r\n' {
  const line = doc.lineAt(Math.min(offset, doc.length));
  const model = line.to === doc.length && line.number > 1 ? doc.line(line.number - 1) : line;
  return model.to < doc.length && model.text.endsWith('\r') ? '\r\n' : '\n';
}

/** Is the offset between a CR and its LF? */
function splitsPair(doc: Text, offset: number): boolean {
  return offset > 0 && offset < doc.length && doc.sliceString(offset - 1, offset + 1) === '\r\n';
}

/** Keeps pairs whole, and the cursor out of them. */
function keepPairs(tr: Transaction): Transaction | TransactionSpec[] {
  if (tr.annotation(exact) || (!tr.docChanged && !tr.selection)) return tr;
  const corrections = tr.docChanged ? correct(tr) : [];
  const changes = ChangeSet.of(corrections, tr.newDoc.length, '\n');
  const doc = changes.apply(tr.newDoc);
  const mapped = tr.newSelection.map(changes, -1);
  const ranges = mapped.ranges.map((range) =>
    EditorSelection.range(snap(doc, range.anchor), snap(doc, range.head)),
  );
  const selection = EditorSelection.create(ranges, mapped.mainIndex);
  if (corrections.length === 0 && selection.eq(tr.newSelection)) return tr;
  return [tr, { changes, selection, sequential: true }];
}

function snap(doc: Text, offset: number): number {
  return splitsPair(doc, offset) ? offset - 1 : offset;
}

/** What must still be changed, in the document after the transaction, so that no pair is broken and line ends agree. */
function correct(tr: Transaction): Replacement[] {
  const doc = tr.startState.doc;
  const result: Replacement[] = [];
  tr.changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    const splitsStart = splitsPair(doc, fromA);
    const splitsEnd = toA > fromA && splitsPair(doc, toA);
    if (splitsStart) result.push({ from: fromB - 1, to: fromB, insert: '' });
    if (inserted.lines > 1 || inserted.length > 0) {
      result.push(...alignEnds(tr.newDoc.sliceString(fromB, toB), fromB, lineEndAt(doc, fromA)));
    }
    const onlyReturn = splitsEnd && fromA === toA - 1 && fromB === toB;
    if (onlyReturn) result.push({ from: toB, to: toB + 1, insert: '' });
    else if (splitsEnd || (splitsStart && fromA === toA)) result.push({ from: toB, to: toB, insert: '\r' });
  });
  return result;
}

/** The replacements that give every line end of an inserted text the wanted form. */
function alignEnds(inserted: string, start: number, end: '\n' | '\r\n'): Replacement[] {
  const result: Replacement[] = [];
  for (const match of inserted.matchAll(/\r\n|\r|\n/g)) {
    const from = start + match.index;
    if (match[0] === end) continue;
    if (match[0] === '\r') result.push({ from, to: from + 1, insert: end });
    else if (end === '\n') result.push({ from, to: from + 1, insert: '' });
    else result.push({ from, to: from, insert: '\r' });
  }
  return result;
}

/** Steps over a line end, which CodeMirror alone would take for two characters. */
function stepOver(isExtending: boolean, isRight: boolean): (view: EditorView) => boolean {
  return (view) => {
    const { doc, selection } = view.state;
    const { head, anchor, empty } = selection.main;
    const isForward = (view.textDirectionAt(head) === Direction.LTR) === isRight;
    if (!isForward || !splitsPair(doc, head + 1) || (!empty && !isExtending)) return false;
    const next = head + 2;
    view.dispatch({
      selection: EditorSelection.single(isExtending ? anchor : next, next),
      scrollIntoView: true,
      userEvent: 'select',
    });
    return true;
  };
}

const PAIR_KEYS: readonly KeyBinding[] = ['', 'Mod-', 'Alt-'].flatMap((modifier) => [
  { key: `${modifier}ArrowRight`, run: stepOver(false, true), shift: stepOver(true, true) },
  { key: `${modifier}ArrowLeft`, run: stepOver(false, false), shift: stepOver(true, false) },
]);

const hidden = Decoration.replace({});

/** Hides the CRs of the visible lines. */
const hiddenReturns = ViewPlugin.fromClass(
  class {
    hidden: DecorationSet;
    constructor(view: EditorView) {
      this.hidden = visibleReturns(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.hidden = visibleReturns(update.view);
    }
  },
  { decorations: (plugin) => plugin.hidden },
);

function visibleReturns(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const hides: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      if (line.to < doc.length && line.text.endsWith('\r')) hides.push(hidden.range(line.to - 1, line.to));
      at = line.to + 1;
    }
  }
  return RangeSet.of(hides);
}

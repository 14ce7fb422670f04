/** Which text is being edited, what does it say, and who is told when it changes? */

import { history, isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import {
  type ChangeSet,
  EditorState,
  type Extension,
  type Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

import { type AgentFile, type AgentFileChange, editAgentFile, type Refusal } from '@/lib/agent-file';
import type { Replacement } from '@/lib/text';

import { bodyOnly } from './body-only';
import { fileField } from './file-field';
import { exact, lineEnds } from './line-ends';

/** Is told what changed, and in which text. */
export type ChangeListener = (changes: ChangeSet, before: Text) => void;

/** The one text of the editor, with one history. It works without a view; once there is one, everything goes through it. */
export class TextStore {
  private state: EditorState;
  private view: EditorView | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly allListeners = new Set<() => void>();
  private readonly changeListeners = new Set<ChangeListener>();
  private lastGroup: string | null = null;
  private front: { text: string; file: AgentFile } | null = null;
  /** Drops what an input holds back because it was refused: the first thing that undo takes back there. */
  held: (() => void) | null = null;

  constructor(text: string, extensions: Extension = []) {
    this.state = EditorState.create({
      doc: text,
      extensions: [fileField, history({ newGroupDelay: 700 }), bodyOnly(), lineEnds(), extensions],
    });
  }

  get current(): EditorState {
    return this.state;
  }

  get editorView(): EditorView | null {
    return this.view;
  }

  /** The reading of the present text; the same object until the text changes. */
  getFile = (): AgentFile => this.state.field(fileField);

  /** As `getFile`, but the same object until the front matter changes. */
  getFront = (): AgentFile => {
    const file = this.getFile();
    const front = file.text.slice(0, file.body.from);
    if (front !== this.front?.text) this.front = { text: front, file };
    return this.front.file;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As `subscribe`, but also of transactions that leave the text as it is, such as a switch of what is shown. */
  subscribeAll = (listener: () => void): (() => void) => {
    this.allListeners.add(listener);
    return () => this.allListeners.delete(listener);
  };

  /** Tells of every change of the text, also of one that undo makes. */
  onChange(listener: ChangeListener): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** From now on transactions go through the view, which must have been made with this store's state. */
  attach(view: EditorView): void {
    this.view = view;
  }

  /** Goes on without a view. */
  detach(): void {
    this.view = null;
  }

  dispatch = (...specs: TransactionSpec[]): void => {
    if (this.view) this.view.dispatch(...specs);
    else this.take([this.state.update(...specs)]);
  };

  /** Accepts transactions that the view has applied (or, without a view, that are to be applied). */
  take(transactions: readonly Transaction[]): void {
    const last = transactions.at(-1);
    if (!last) return;
    this.state = last.state;
    for (const tr of transactions) {
      if (!tr.docChanged) continue;
      const isOthers = tr.annotation(Transaction.remote) === true;
      if (!isOthers && !tr.isUserEvent('input.type.form')) this.lastGroup = null;
      for (const listener of this.changeListeners) listener(tr.changes, tr.startState.doc);
    }
    if (transactions.some((tr) => tr.docChanged)) for (const listener of this.listeners) listener();
    for (const listener of this.allListeners) listener();
  }

  /** Asks the lens for a change and makes it, or returns why it cannot be made; then the text stays as it was. */
  edit(change: AgentFileChange): Refusal | null {
    const result = editAgentFile(this.getFile().text, change);
    if (!result.ok) return result.refusal;
    const group = change.kind === 'body' ? 'body' : change.key;
    this.replace(result.replacements, 'input.type.form', group !== this.lastGroup);
    this.lastGroup = group;
    return null;
  }

  /** Makes replacements to the character, as one step of the history or joined to the step before. */
  replace(replacements: readonly Replacement[], userEvent = 'input', isolate = true): void {
    if (replacements.length === 0) return;
    const annotations = [exact.of(true), Transaction.userEvent.of(userEvent)];
    if (isolate) annotations.push(isolateHistory.of('before'));
    this.dispatch({ changes: [...replacements], annotations });
  }

  /** Makes replacements that somebody else made: undo leaves them alone, and takes back only what was typed here. */
  applyOthers(replacements: readonly Replacement[]): void {
    if (replacements.length === 0) return;
    const annotations = [exact.of(true), Transaction.remote.of(true), Transaction.addToHistory.of(false)];
    this.dispatch({ changes: [...replacements], annotations });
  }

  undo = (): boolean => undo({ state: this.state, dispatch: this.dispatchOne });
  redo = (): boolean => redo({ state: this.state, dispatch: this.dispatchOne });
  canUndo = (): boolean => undoDepth(this.state) > 0;
  canRedo = (): boolean => redoDepth(this.state) > 0;

  private dispatchOne = (tr: Transaction): void => {
    if (this.view) this.view.dispatch(tr);
    else this.take([tr]);
  };
}

/** How does a save run while typing goes on? One at a time; what comes back merged enters the text as an edit. */

import { isolateHistory } from '@codemirror/commands';
import { ChangeSet, Transaction } from '@codemirror/state';

import type { Action, SaveAgentInput, SaveAgentResult, VersionStamp } from '@/lib/contract';

import { exact } from '../text/line-ends';
import type { TextStore } from '../text/text-store';
import { bringIn, lineChanges } from './bring-in';
import type { Draft } from './drafts';
import { canSave, isUnsaved, nextSaveState, openedState, type SaveEvent, type SaveState } from './save-state';

export interface SaveSessionOptions {
  store: TextStore;
  workspace: string;
  agentId: string;
  version: VersionStamp;
  saveAgent: Action<SaveAgentInput, SaveAgentResult>;
  /** Called with the words of what came in when a save was merged. */
  onMerged: (summary: string) => void;
}

/** The saves of one open editor. */
export class SaveSession {
  private state: SaveState;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: SaveSessionOptions) {
    this.state = openedState(options.version, options.store.getFile().text);
  }

  getState = (): SaveState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get isUnsaved(): boolean {
    return isUnsaved(this.state, this.options.store.getFile().text);
  }

  /** Saves the present text; resolves when it is answered. Does nothing when there is nothing to save or a save runs. */
  async save(message?: string): Promise<void> {
    const { store, workspace, agentId, saveAgent } = this.options;
    const text = store.getFile().text;
    if (!canSave(this.state, text)) return;
    let typed = ChangeSet.empty(text.length);
    const stop = store.onChange((changes) => {
      typed = typed.compose(changes);
    });
    const baseVersionId = this.state.base.versionId;
    this.take({ type: 'sent', text });
    try {
      const result = await saveAgent({
        workspace,
        agentId,
        baseVersionId,
        text,
        message: message || undefined,
      });
      stop();
      if (result.ok && result.data.kind === 'merged') {
        this.change(bringIn(text, result.data.text, typed), 'input.merge');
        this.options.onMerged(result.data.summary);
      }
      this.take({ type: 'answered', result });
    } catch {
      stop();
      this.take({ type: 'lost' });
    }
  }

  /** Ends a conflict with this text, based on what the other person saved, and saves it. */
  async join(text: string): Promise<void> {
    if (this.state.phase !== 'conflict') return;
    this.change(lineChanges(this.options.store.getFile().text, text), 'input.join');
    this.take({ type: 'joined' });
    await this.save();
  }

  /** Goes on from a draft: its text as an edit, on the version that it was based on. */
  restore({ base, baseText, text }: Draft): void {
    if (this.state.phase === 'saving') return;
    this.change(lineChanges(this.options.store.getFile().text, text), 'input.restore');
    this.take({ type: 'restored', base, baseText });
  }

  private change(changes: ChangeSet, userEvent: string): void {
    if (changes.empty) return;
    const annotations = [exact.of(true), isolateHistory.of('full'), Transaction.userEvent.of(userEvent)];
    this.options.store.dispatch({ changes, annotations });
  }

  private take(event: SaveEvent): void {
    this.state = nextSaveState(this.state, event);
    for (const listener of this.listeners) listener();
  }
}

/** How does a save run while typing goes on? One at a time; what comes back merged enters the text as an edit. */

import { isolateHistory } from '@codemirror/commands';
import { ChangeSet, Transaction } from '@codemirror/state';

import type { AgentDraft } from '@/lib/client/drafts/draft';
import { asPerson } from '@/lib/client/page-person';
import { isOutdated } from '@/lib/client/use-action';
import type { Action, ActionError, SaveAgentInput, SaveAgentResult, VersionStamp } from '@/lib/contract';

import { exact } from '../text/line-ends';
import type { TextStore } from '../text/text-store';
import { bringIn, lineChanges } from './bring-in';
import {
  canSave,
  isOwnSave,
  isUnsaved,
  nextSaveState,
  openedState,
  type SaveEvent,
  type SaveState,
} from './save-state';

/** What a save needs to know of a document that several write. */
export interface SharedText {
  /** Null while nobody else is there. */
  readonly generation: string | null;
  /** Why the server did not take what was typed. */
  readonly refusal: ActionError | null;
  /** Whether the person may change the agent, as was last heard. */
  readonly canEdit: boolean;
  /** Whether everything that was typed is stored. */
  flush(): Promise<boolean>;
  /** The server takes nothing from this person any more. */
  lose(error: ActionError): void;
}

export interface SaveSessionOptions {
  store: TextStore;
  workspace: string;
  agentId: string;
  /** Whose text it is: what another saves who signed in meanwhile must not be it. */
  userId: string | null;
  version: VersionStamp;
  saveAgent: Action<SaveAgentInput, SaveAgentResult>;
  /** The document that several write, once they do. */
  shared?: SharedText;
  /** Called with the words of what came in when a save was merged. */
  onMerged: (summary: string) => void;
}

/** The saves of one open editor. */
export class SaveSession {
  private state: SaveState;
  private readonly listeners = new Set<() => void>();
  /** Of the save that was not acknowledged; it goes with the next attempt. */
  private message: string | undefined;

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
    const { store, workspace, agentId, userId, saveAgent, shared } = this.options;
    const text = store.getFile().text;
    if (!canSave(this.state, text) || shared?.canEdit === false) return;
    this.message = message || this.message;
    let typed = ChangeSet.empty(text.length);
    const stop = store.onChange((changes) => {
      typed = typed.compose(changes);
    });
    const baseVersionId = this.state.base.versionId;
    this.take({ type: 'sent', text });
    try {
      // Alone nothing is waited for: the save begins at once.
      const live = shared?.generation ? await this.liveOf() : null;
      if (live === 'not-stored') {
        stop();
        return this.take(this.notStored());
      }
      const input = { workspace, agentId, baseVersionId, text, message: this.message };
      const result = await saveAgent(asPerson(live ? { ...input, live } : input, userId));
      stop();
      if (result.ok && result.data.kind === 'merged') {
        this.change(bringIn(text, result.data.text, typed), 'input.merge');
        this.options.onMerged(result.data.summary);
      }
      const isOurs = isOwnSave(this.state, result);
      if (result.ok && !isOurs) this.message = undefined;
      this.take({ type: 'answered', result });
      if (!result.ok && result.error.code === 'forbidden') shared?.lose(result.error);
      if (isOurs) await this.save();
    } catch (cause) {
      stop();
      this.take({ type: isOutdated(cause) ? 'outdated' : 'lost' });
    }
  }

  /** The base has moved on where several write: somebody else saved, or something that was saved apart came in. */
  move(base: VersionStamp, baseText: string): void {
    this.take({ type: 'moved', base, baseText });
  }

  /** Which document the version is made of: with everything in it that was typed here. */
  private async liveOf(): Promise<{ generation: string } | null | 'not-stored'> {
    const { shared } = this.options;
    if (!shared?.generation) return null;
    if (!(await shared.flush())) return 'not-stored';
    return shared.generation ? { generation: shared.generation } : null;
  }

  private notStored(): SaveEvent {
    const error = this.options.shared?.refusal;
    return error ? { type: 'answered', result: { ok: false, error } } : { type: 'lost' };
  }

  /** Ends a conflict with this text, based on what the other person saved, and saves it. */
  async join(text: string): Promise<void> {
    if (this.state.phase !== 'conflict') return;
    this.change(lineChanges(this.options.store.getFile().text, text), 'input.join');
    this.take({ type: 'joined' });
    await this.save();
  }

  /** Puts this text on the screen as one edit, on the version that the screen is based on. */
  show(text: string): void {
    this.change(lineChanges(this.options.store.getFile().text, text), 'input.restore');
  }

  /** Puts a draft on the screen that does not go together with the version there: both are kept until they are joined. */
  showClash({ base, baseText, text }: AgentDraft): void {
    if (this.isUnsaved || this.state.phase === 'saving') return;
    this.show(text);
    this.take({ type: 'clashed', base, baseText });
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

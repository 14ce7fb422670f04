/**
 * What has been decided on the board, what of it is saved, and what can be undone? One list, shared with everybody who
 * has the board open: changes show at once and are saved one after the other; where somebody else was faster, theirs is
 * taken and ours is done again on it. Knows no React.
 */

import type { ActionError, ActionResult, SaveMergeResult } from '@/lib/contract';
import type { Decision } from '@/lib/merge';

import {
  applyStep,
  isEmptyStep,
  type Step,
  sameDecision,
  stepAgain,
  stepFor,
  stepWithout,
  undoOf,
} from './decision-list';

export interface SessionState {
  decisions: readonly Decision[];
  /** The revision that `saved` has on the server. */
  revision: number;
  phase: 'saved' | 'saving' | 'failed';
  error: ActionError | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Who changed the board meanwhile, until it is acknowledged. */
  movedBy: string | null;
}

export type SaveDecisions = (
  decisions: Decision[],
  revision: number,
) => Promise<ActionResult<SaveMergeResult>>;

/** So often in a row theirs is taken and ours done again; then a person says when to try. */
const MOST_TRIES = 5;

export class BoardSession {
  private state: SessionState;
  private readonly listeners = new Set<() => void>();
  private undoable: Step[] = [];
  private redoable: Step[] = [];
  /** Steps that the server has not acknowledged, oldest first. */
  private waiting: Step[] = [];

  constructor(
    start: { decisions: readonly Decision[]; revision: number },
    private readonly save: SaveDecisions,
  ) {
    this.state = {
      ...start,
      phase: 'saved',
      error: null,
      canUndo: start.decisions.length > 0,
      canRedo: false,
      movedBy: null,
    };
  }

  readonly getState = () => this.state;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes decisions; false when nothing changes. */
  decide(...decisions: Decision[]): boolean {
    return this.take(stepFor(this.state.decisions, decisions));
  }

  /** Takes decisions out of the list. */
  withdraw(...decisions: Decision[]): boolean {
    return this.take(stepWithout(this.state.decisions, decisions));
  }

  /** Undoes the last step; of a draft that was opened again, takes out the last decision. */
  undo(): boolean {
    const last = this.state.decisions.at(-1);
    const step = this.undoable.pop() ?? (last && undoOf(stepWithout(this.state.decisions, [last])));
    if (!step) return false;
    this.redoable.push(step);
    this.apply(undoOf(step));
    return true;
  }

  redo(): boolean {
    const step = this.redoable.pop();
    if (!step) return false;
    this.undoable.push(step);
    this.apply(step);
    return true;
  }

  /** Takes what the server has, unless there are changes of our own on their way. */
  adopt(decisions: readonly Decision[], revision: number, by: string | null): boolean {
    if (this.waiting.length > 0 || revision <= this.state.revision) return false;
    const isNews = !sameList(decisions, this.state.decisions);
    this.update({ decisions, revision, movedBy: isNews ? by : this.state.movedBy });
    return true;
  }

  /** Saves again what could not be saved. */
  readonly retry = () => {
    if (this.state.phase === 'failed') void this.flush();
  };

  readonly acknowledgeMove = () => this.update({ movedBy: null });

  get isUnsaved(): boolean {
    return this.waiting.length > 0;
  }

  private take(step: Step): boolean {
    if (isEmptyStep(step)) return false;
    this.undoable.push(step);
    this.redoable = [];
    this.apply(step);
    return true;
  }

  private apply(step: Step): void {
    this.waiting.push(step);
    this.update({ decisions: applyStep(this.state.decisions, step) });
    if (this.state.phase !== 'saving') void this.flush();
  }

  private async flush(): Promise<void> {
    this.update({ phase: 'saving', error: null });
    for (let tries = 0; this.waiting.length > 0; ) {
      const sent = this.waiting.length;
      const answer = await this.save([...this.state.decisions], this.state.revision);
      if (!answer.ok) {
        this.update({ phase: 'failed', error: answer.error });
        return;
      }
      if (answer.data.kind === 'saved') {
        this.waiting.splice(0, sent);
        this.update({ revision: answer.data.revision });
      } else {
        this.takeTheirs(answer.data);
        tries += 1;
        if (tries > MOST_TRIES) {
          this.update({ phase: 'failed', error: BUSY });
          return;
        }
      }
    }
    this.update({ phase: 'saved' });
  }

  private takeTheirs({ decisions, revision, by }: Extract<SaveMergeResult, { kind: 'moved' }>): void {
    let now: Decision[] = decisions;
    this.waiting = this.waiting.flatMap((step) => {
      const again = stepAgain(now, step);
      now = applyStep(now, again);
      return isEmptyStep(again) ? [] : [again];
    });
    this.update({ decisions: now, revision, movedBy: by });
  }

  private update(part: Partial<SessionState>): void {
    const next = { ...this.state, ...part };
    next.canUndo = this.undoable.length > 0 || next.decisions.length > 0;
    next.canRedo = this.redoable.length > 0;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}

const sameList = (one: readonly Decision[], other: readonly Decision[]) =>
  one.length === other.length &&
  one.every((decision, at) => {
    const twin = other[at];
    return twin !== undefined && sameDecision(decision, twin);
  });

const BUSY: ActionError = {
  code: 'conflict',
  message:
    'Somebody else is deciding here at the same time. Your decisions stand on this page; save them again.',
};

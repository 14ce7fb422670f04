/** Is the text on the screen saved, and if not, why not? */

import type { ActionError, ActionResult, SaveAgentResult, VersionStamp } from '@/lib/contract';

/** What a person is asked to join: another text was saved on the same base meanwhile. */
export interface Conflict {
  head: VersionStamp;
  headText: string;
  baseText: string;
}

export interface SaveState {
  /** The version that the text on the screen is based on, and its text. */
  base: VersionStamp;
  baseText: string;
  /** Why nothing is being saved right now, if so. */
  phase: 'idle' | 'saving' | 'failed' | 'conflict';
  /** The text under way; null unless saving. */
  sent: string | null;
  error: ActionError | null;
  conflict: Conflict | null;
}

export type SaveEvent =
  | { type: 'sent'; text: string }
  | { type: 'answered'; result: ActionResult<SaveAgentResult> }
  | { type: 'lost' }
  | { type: 'joined' }
  | { type: 'restored'; base: VersionStamp; baseText: string };

/** The state of an editor that was just opened. */
export function openedState(base: VersionStamp, baseText: string): SaveState {
  return { base, baseText, phase: 'idle', sent: null, error: null, conflict: null };
}

/** Is there something on the screen that no version has? */
export function isUnsaved(state: SaveState, text: string): boolean {
  return text !== state.baseText;
}

/** May a save start now? One at a time; in a conflict the texts must be joined first. */
export function canSave(state: SaveState, text: string): boolean {
  return (state.phase === 'idle' || state.phase === 'failed') && isUnsaved(state, text);
}

const NO_ANSWER: ActionError = {
  code: 'unavailable',
  message:
    'The server did not answer. Your text is still here; try again when the connection is back. If Muster was updated meanwhile, copy the text and reload the page.',
};

/** Returns the state after an event. The text on the screen is never part of it, so no event can lose it. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'sent':
      return { ...state, phase: 'saving', sent: event.text, error: null };
    case 'answered':
      return answered(state, event.result);
    case 'lost':
      return { ...state, phase: 'failed', sent: null, error: NO_ANSWER };
    case 'joined':
      if (!state.conflict) return state;
      // From here on a save is based on what the other person saved, so it hides nothing that was not seen.
      return openedState(state.conflict.head, state.conflict.headText);
    case 'restored':
      return openedState(event.base, event.baseText);
  }
}

function answered(state: SaveState, result: ActionResult<SaveAgentResult>): SaveState {
  if (!result.ok) return { ...state, phase: 'failed', sent: null, error: result.error };
  const { data } = result;
  if (data.kind === 'conflict') {
    const { head, headText, baseText } = data;
    return { ...state, phase: 'conflict', sent: null, conflict: { head, headText, baseText } };
  }
  const text = data.kind === 'merged' ? data.text : (state.sent ?? state.baseText);
  return openedState(data.version, text);
}

export type SaveTone = 'good' | 'attention' | 'bad' | 'neutral';

/** Says the state in words. `time` writes a moment as a person reads it. */
export function saveWords(
  state: SaveState,
  text: string,
  time: (at: number) => string,
): { tone: SaveTone; words: string } {
  const version = `v${state.base.number}`;
  if (state.phase === 'saving') return { tone: 'neutral', words: 'Saving…' };
  if (state.phase === 'failed') return { tone: 'bad', words: 'Not saved' };
  if (state.phase === 'conflict') {
    return { tone: 'bad', words: `Conflict with v${state.conflict?.head.number ?? ''}` };
  }
  if (isUnsaved(state, text)) return { tone: 'attention', words: `Unsaved changes on ${version}` };
  return { tone: 'good', words: `Saved ${time(state.base.savedAt)} · ${version}` };
}

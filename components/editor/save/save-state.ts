/** Is the text on the screen saved, and if not, why not? */

import type { KeptPlace } from '@/lib/client/drafts/draft-store';
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
  /**
   * Why nothing is being saved right now, if so. `failed`: the server said no. `offline`: it did not answer, and is asked
   * again. `outdated`: it was upgraded and does not know this page any more.
   */
  phase: 'idle' | 'saving' | 'failed' | 'conflict' | 'offline' | 'outdated';
  /** The text under way; null unless saving. */
  sent: string | null;
  /** Texts whose answers never came: one of them may have been saved all the same. */
  unanswered: readonly string[];
  error: ActionError | null;
  conflict: Conflict | null;
}

export type SaveEvent =
  | { type: 'sent'; text: string }
  | { type: 'answered'; result: ActionResult<SaveAgentResult> }
  | { type: 'lost' }
  | { type: 'outdated' }
  | { type: 'joined' }
  /** Several write in it, and it stands on another version by now. */
  | { type: 'moved'; base: VersionStamp; baseText: string }
  /** A draft is on the screen that was made on another version, and does not go together with this one. */
  | { type: 'clashed'; base: VersionStamp; baseText: string };

/** The state of an editor that was just opened. */
export function openedState(base: VersionStamp, baseText: string): SaveState {
  return { base, baseText, phase: 'idle', sent: null, unanswered: [], error: null, conflict: null };
}

/** Is there something on the screen that no version has? */
export function isUnsaved(state: SaveState, text: string): boolean {
  return text !== state.baseText;
}

/** May a save start now? One at a time; in a conflict the texts must be joined first. */
export function canSave(state: SaveState, text: string): boolean {
  return state.phase !== 'saving' && state.phase !== 'conflict' && isUnsaved(state, text);
}

/** Does this conflict come from a save of our own that arrived, but whose answer did not? Then there is nothing to join. */
export function isOwnSave(state: SaveState, result: ActionResult<SaveAgentResult>): boolean {
  return result.ok && result.data.kind === 'conflict' && state.unanswered.includes(result.data.headText);
}

/** The first and the latest are the likeliest; very many would fill the memory. */
const MOST_UNANSWERED = 20;

function withSent({ sent, unanswered }: SaveState): readonly string[] {
  if (sent === null || unanswered.includes(sent)) return unanswered;
  return [...unanswered.slice(0, MOST_UNANSWERED - 1), sent];
}

/** Returns the state after an event. The text on the screen is never part of it, so no event can lose it. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  switch (event.type) {
    case 'sent':
      return { ...state, phase: 'saving', sent: event.text, error: null };
    case 'answered':
      return answered(state, event.result);
    case 'lost':
      return { ...state, phase: 'offline', sent: null, unanswered: withSent(state) };
    case 'outdated':
      return { ...state, phase: 'outdated', sent: null };
    case 'joined':
      if (!state.conflict) return state;
      // From here on a save is based on what the other person saved, so it hides nothing that was not seen.
      return openedState(state.conflict.head, state.conflict.headText);
    case 'moved':
      // An answer that is on its way may be older than what is known already.
      if (event.base.number < state.base.number) return state;
      return { ...state, base: event.base, baseText: event.baseText };
    case 'clashed': {
      const { base, baseText } = event;
      const conflict = { head: state.base, headText: state.baseText, baseText };
      return { ...openedState(base, baseText), phase: 'conflict', conflict };
    }
  }
}

function answered(state: SaveState, result: ActionResult<SaveAgentResult>): SaveState {
  if (!result.ok) return { ...state, phase: 'failed', sent: null, error: result.error };
  const { data } = result;
  if (data.kind === 'conflict') {
    const { head, headText, baseText } = data;
    if (isOwnSave(state, result)) return openedState(head, headText);
    return { ...state, phase: 'conflict', sent: null, conflict: { head, headText, baseText } };
  }
  return openedState(data.version, savedTextOf(state, data));
}

function savedTextOf(
  { base, baseText, sent }: SaveState,
  data: Exclude<SaveAgentResult, { kind: 'conflict' }>,
): string {
  if (data.kind === 'merged') return data.text;
  if (data.kind === 'saved') return data.text ?? sent ?? baseText;
  return data.version.versionId === base.versionId ? baseText : (sent ?? baseText);
}

export type SaveTone = 'good' | 'attention' | 'bad' | 'neutral';

/** What surrounds a save: where the text lies meanwhile, and whether the browser believes that it has a network. */
export interface Surroundings {
  kept: KeptPlace;
  isOnline: boolean;
  /** How far what was typed is on its way to the others; `alone` while nobody else is there. */
  shared?: 'alone' | 'stored' | 'sending' | 'offline' | 'refused';
  /** Why it is refused. */
  refusal?: ActionError | null;
}

const KEPT: Record<KeptPlace, string> = {
  device: 'kept on this device',
  tab: 'kept in this tab',
  nowhere: 'not kept, no room on this device',
};

const isSignedOut = (error: ActionError | null | undefined) => error?.code === 'unauthenticated';

/** Says the state in words. `time` writes a moment as a person reads it. */
export function saveWords(
  state: SaveState,
  text: string,
  time: (at: number) => string,
  { kept, isOnline, shared = 'alone', refusal }: Surroundings = { kept: 'device', isOnline: true },
): { tone: SaveTone; words: string } {
  const version = `v${state.base.number}`;
  if (state.phase === 'saving') return { tone: 'neutral', words: 'Saving…' };
  if (state.phase === 'conflict') {
    return { tone: 'bad', words: `Conflict with v${state.conflict?.head.number ?? ''}` };
  }
  if (!isUnsaved(state, text)) {
    return { tone: 'good', words: `Saved ${time(state.base.savedAt)} · ${version}` };
  }
  const where = KEPT[kept];
  const tone = kept === 'nowhere' ? 'bad' : 'attention';
  if (state.phase === 'outdated') return { tone: 'bad', words: `Muster was updated: ${where}` };
  if (state.phase === 'failed') {
    return { tone: 'bad', words: `${isSignedOut(state.error) ? 'Signed out' : 'Not saved'}: ${where}` };
  }
  if (state.phase === 'offline' || shared === 'offline' || !isOnline)
    return { tone, words: `Offline: ${where}` };
  // The server has it, or will in a moment: nothing that asks for attention.
  if (shared === 'stored') return { tone: 'neutral', words: `Shared with all, no version yet · ${version}` };
  if (shared === 'sending') return { tone: 'neutral', words: `Sharing… · ${version}` };
  if (shared === 'refused') {
    return { tone: 'bad', words: `${isSignedOut(refusal) ? 'Signed out' : 'Not shared'}: ${where}` };
  }
  if (kept === 'nowhere') return { tone, words: `Unsaved changes on ${version}: ${where}` };
  return { tone, words: `Unsaved changes on ${version}` };
}

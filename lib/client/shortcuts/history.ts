/** Which keys do the pages of an agent's past know: its history, a comparison, one version? */

import type { Shortcut } from './shortcut';

export const HISTORY_KEYS = [
  { id: 'next-version', keys: ['j', 'ArrowDown'], words: 'Next version', hint: 'move' },
  {
    ...{ id: 'previous-version', keys: ['k', 'ArrowUp'], hint: 'move' },
    words: 'Former version',
  },
  { id: 'open', keys: ['Enter'], words: 'Open it', hint: 'open', own: true },
  {
    ...{ id: 'compare', keys: ['c'], hint: 'compare with the one before' },
    words: 'Compare it with the one before, or the two picked',
  },
  { id: 'pick', keys: ['x'], words: 'Pick it to compare', hint: 'pick' },
  { id: 'clear', keys: ['Escape'], words: 'Let go of what is picked' },
] as const satisfies readonly Shortcut[];

export const COMPARE_KEYS = [
  { id: 'next-change', keys: ['j'], words: 'Next change', hint: 'change' },
  { id: 'previous-change', keys: ['k'], words: 'Former change', hint: 'change' },
  {
    ...{ id: 'layout', keys: ['s'], hint: 'layout', inPalette: true },
    words: 'Show the texts side by side, or one in the other',
  },
  {
    ...{ id: 'earlier', keys: ['ArrowLeft'], hint: 'version' },
    words: 'What the version before these changed',
  },
  {
    ...{ id: 'later', keys: ['ArrowRight'], hint: 'version' },
    words: 'What the version after these changed',
  },
  { id: 'choose-from', keys: ['f'], words: 'Choose the version to compare from' },
  { id: 'choose-to', keys: ['t'], words: 'Choose the version to compare to' },
  {
    id: 'swap',
    keys: ['x'],
    words: 'Swap the two versions',
    hint: 'swap',
    inPalette: true,
  },
] as const satisfies readonly Shortcut[];

export const VERSION_KEYS = [
  { id: 'earlier', keys: ['ArrowLeft'], words: 'The version before', hint: 'version' },
  { id: 'later', keys: ['ArrowRight'], words: 'The version after', hint: 'version' },
  {
    ...{ id: 'changes', keys: ['c'], hint: 'changes', inPalette: true },
    words: 'What this version changed',
  },
  {
    ...{ id: 'who', keys: ['b'], hint: 'who wrote it', inPalette: true },
    words: 'Show or hide who wrote each line',
  },
] as const satisfies readonly Shortcut[];

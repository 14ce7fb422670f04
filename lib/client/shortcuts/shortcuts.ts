/** Which keys does the product know? Each is declared here once, with its words; the help, the palette and the listeners read it. */

import type { Permission } from '@/lib/policy';

/** Where a shortcut holds: on every page, or on one kind of page. */
export type Scope = 'everywhere' | 'list' | 'editor' | 'history' | 'compare' | 'version' | 'duplicates';

export interface Shortcut {
  id: string;
  scope: Scope;
  /** Each alternative as `KeyboardEvent.key` says it, `mod+` before it for ⌘ or Ctrl, `shift+`; two keys apart by a blank come one after the other. */
  keys: readonly string[];
  /** As people read them, where the keys alone would not do. */
  shown?: string;
  words: string;
  /** In one or two words, for the line at the foot of its page; rows of the same word stand together. */
  hint?: string;
  /** What it takes, where not everybody may. */
  needs?: Permission;
  /** `page`: not while typing, nor under a dialog. `typing`: while typing too. `always`: under a dialog too. */
  when?: 'page' | 'typing' | 'always';
  /** The palette offers it, too. */
  inPalette?: true;
  /** Only told: what has the focus knows this key itself. */
  own?: true;
}

export const SHORTCUTS = [
  {
    ...{ id: 'palette', scope: 'everywhere', keys: ['mod+k'], when: 'typing' },
    words: 'Go to any agent, page or action',
  },
  { id: 'keys', scope: 'everywhere', keys: ['?'], words: 'Show the keys of this page', inPalette: true },
  { id: 'go-agents', scope: 'everywhere', keys: ['g a'], words: 'Go to the agents' },
  { id: 'go-duplicates', scope: 'everywhere', keys: ['g d'], words: 'Go to the duplicates' },
  { id: 'go-merges', scope: 'everywhere', keys: ['g m'], words: 'Go to the merges' },
  { id: 'go-activity', scope: 'everywhere', keys: ['g t'], words: 'Go to the activity' },
  { id: 'go-reviews', scope: 'everywhere', keys: ['g r'], words: 'Go to the reviews' },
  { id: 'go-inbox', scope: 'everywhere', keys: ['g i'], words: 'Go to the inbox' },
  { id: 'go-settings', scope: 'everywhere', keys: ['g s'], words: 'Go to the settings' },
  { id: 'go-people', scope: 'everywhere', keys: ['g p'], words: 'Go to the members' },
  {
    ...{ id: 'go-new', scope: 'everywhere', keys: ['g n'], needs: 'agent:create' },
    words: 'Begin a new agent',
  },

  { id: 'next', scope: 'list', keys: ['j', 'ArrowDown'], words: 'Next agent', hint: 'move' },
  { id: 'previous', scope: 'list', keys: ['k', 'ArrowUp'], words: 'Former agent', hint: 'move' },
  { id: 'first', scope: 'list', keys: ['Home'], words: 'First agent' },
  { id: 'last', scope: 'list', keys: ['End'], words: 'Last agent' },
  { id: 'open', scope: 'list', keys: ['Enter'], words: 'Open it', hint: 'open', own: true },
  { id: 'select', scope: 'list', keys: ['x'], words: 'Select it', hint: 'select' },
  { id: 'select-range', scope: 'list', keys: ['shift+x'], words: 'Select from the last one to here' },
  { id: 'search', scope: 'list', keys: ['/'], words: 'Search the agents', hint: 'search', inPalette: true },
  { id: 'filter', scope: 'list', keys: ['f'], words: 'Filter the agents', hint: 'filter', inPalette: true },
  { id: 'clear', scope: 'list', keys: ['Escape'], words: 'Let go of the selection' },
  {
    ...{ id: 'import', scope: 'list', keys: [], needs: 'agent:create' },
    words: 'Import files',
    inPalette: true,
  },
  { id: 'export', scope: 'list', keys: [], words: 'Export the agents shown', inPalette: true },

  {
    ...{ id: 'save', scope: 'editor', keys: ['mod+s'], needs: 'agent:save', when: 'always' },
    words: 'Save',
    inPalette: true,
  },
  {
    ...{ id: 'next-problem', scope: 'editor', keys: ['F8'], when: 'typing' },
    words: 'Go to the next problem',
    inPalette: true,
  },
  {
    ...{ id: 'previous-problem', scope: 'editor', keys: ['shift+F8'], when: 'typing' },
    words: 'Go to the former problem',
    inPalette: true,
  },
  {
    ...{ id: 'comment', scope: 'editor', keys: ['F9'], when: 'typing' },
    words: 'Comment on what is selected, or open its thread',
    inPalette: true,
  },
  {
    id: 'undo',
    scope: 'editor',
    keys: ['mod+z'],
    words: 'Undo, wherever the last change was made',
    needs: 'agent:save',
    own: true,
  },
  { id: 'redo', scope: 'editor', keys: ['shift+mod+z'], words: 'Redo', needs: 'agent:save', own: true },
  { id: 'find', scope: 'editor', keys: ['mod+f'], words: 'Find and replace in the source', own: true },
  {
    id: 'continue',
    scope: 'editor',
    keys: ['Enter'],
    words: 'Continue a list or quotation',
    needs: 'agent:save',
    own: true,
  },
  {
    id: 'indent',
    scope: 'editor',
    keys: ['Tab'],
    words: 'Indent; Shift and Tab take it back',
    needs: 'agent:save',
    own: true,
  },
  {
    ...{ id: 'leave-source', scope: 'editor', keys: ['Escape Tab'], own: true },
    words: 'Leave the source with the keyboard',
  },

  { id: 'next-version', scope: 'history', keys: ['j', 'ArrowDown'], words: 'Next version', hint: 'move' },
  {
    ...{ id: 'previous-version', scope: 'history', keys: ['k', 'ArrowUp'], hint: 'move' },
    words: 'Former version',
  },
  { id: 'open', scope: 'history', keys: ['Enter'], words: 'Open it', hint: 'open', own: true },
  {
    ...{ id: 'compare', scope: 'history', keys: ['c'], hint: 'compare with the one before' },
    words: 'Compare it with the one before, or the two picked',
  },
  { id: 'pick', scope: 'history', keys: ['x'], words: 'Pick it to compare', hint: 'pick' },
  { id: 'clear', scope: 'history', keys: ['Escape'], words: 'Let go of what is picked' },

  { id: 'next-change', scope: 'compare', keys: ['j'], words: 'Next change', hint: 'change' },
  { id: 'previous-change', scope: 'compare', keys: ['k'], words: 'Former change', hint: 'change' },
  {
    ...{ id: 'layout', scope: 'compare', keys: ['s'], hint: 'layout', inPalette: true },
    words: 'Show the texts side by side, or one in the other',
  },
  {
    ...{ id: 'earlier', scope: 'compare', keys: ['ArrowLeft'], hint: 'version' },
    words: 'What the version before these changed',
  },
  {
    ...{ id: 'later', scope: 'compare', keys: ['ArrowRight'], hint: 'version' },
    words: 'What the version after these changed',
  },
  { id: 'choose-from', scope: 'compare', keys: ['f'], words: 'Choose the version to compare from' },
  { id: 'choose-to', scope: 'compare', keys: ['t'], words: 'Choose the version to compare to' },
  {
    id: 'swap',
    scope: 'compare',
    keys: ['x'],
    words: 'Swap the two versions',
    hint: 'swap',
    inPalette: true,
  },

  { id: 'earlier', scope: 'version', keys: ['ArrowLeft'], words: 'The version before', hint: 'version' },
  { id: 'later', scope: 'version', keys: ['ArrowRight'], words: 'The version after', hint: 'version' },
  {
    ...{ id: 'changes', scope: 'version', keys: ['c'], hint: 'changes', inPalette: true },
    words: 'What this version changed',
  },
  {
    ...{ id: 'who', scope: 'version', keys: ['b'], hint: 'who wrote it', inPalette: true },
    words: 'Show or hide who wrote each line',
  },

  { id: 'next-cluster', scope: 'duplicates', keys: ['j'], words: 'Next cluster', hint: 'move' },
  { id: 'previous-cluster', scope: 'duplicates', keys: ['k'], words: 'Former cluster', hint: 'move' },
  {
    id: 'members',
    scope: 'duplicates',
    keys: ['Enter'],
    words: 'Show or hide its members',
    hint: 'members',
    own: true,
  },
  {
    id: 'compare',
    scope: 'duplicates',
    keys: ['c'],
    words: 'Compare its two closest members',
    hint: 'compare',
  },
  {
    id: 'merge',
    scope: 'duplicates',
    keys: ['m'],
    words: 'Merge its members',
    hint: 'merge',
    needs: 'merge:edit',
  },
  {
    ...{ id: 'apart', scope: 'duplicates', keys: ['n'], needs: 'duplicates:dismiss' },
    words: 'Say that members are not duplicates',
    hint: 'not duplicates',
  },
  {
    id: 'search',
    scope: 'duplicates',
    keys: ['/'],
    words: 'Search the clusters',
    hint: 'search',
    inPalette: true,
  },
  {
    ...{ id: 'walk', scope: 'duplicates', keys: ['ArrowDown'], shown: '← ↑ ↓ →', own: true },
    words: 'Walk in the table of a cluster; Enter compares',
  },
] as const satisfies readonly Shortcut[];

type Row = (typeof SHORTCUTS)[number];

/** The shortcuts of a scope that a page can answer to. */
export type ShortcutId<In extends Scope> = Extract<Row, { scope: In }>['id'];

/** Returns the shortcuts of a scope, in the order of the table. */
export function shortcutsOf(scope: Scope): Shortcut[] {
  return SHORTCUTS.filter((row) => row.scope === scope);
}

/** Returns the shortcuts of a scope that whoever asks can use and that have a key, in the order of the table. */
export function usableShortcuts(scope: Scope, mayDo: (needs: Permission) => boolean): Shortcut[] {
  return shortcutsOf(scope).filter(({ keys, needs }) => keys.length > 0 && (!needs || mayDo(needs)));
}

/** Returns one shortcut of the table. */
export function shortcut<In extends Scope>(scope: In, id: ShortcutId<In>): Shortcut {
  const found = shortcutsOf(scope).find((row) => row.id === id);
  if (!found) throw new Error(`no shortcut ${scope} ${id}`);
  return found;
}

const NAMES: Record<string, string> = {
  mod: '⌘',
  shift: '⇧',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** Returns the keys as people read them, one text for each alternative: `⌘K`, `G A`. */
export function keysInWords({ keys, shown }: Pick<Shortcut, 'keys' | 'shown'>): string[] {
  return shown ? [shown] : keys.map((press) => press.split(' ').map(inWords).join(' '));
}

const inWords = (chord: string): string =>
  chord
    .split(/(?<=.)\+/)
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('');

/** What a key press says, as far as shortcuts care. */
export interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Writes a press as the table does, or null for one that belongs to the system. */
export function chordOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Press, isMac: boolean): string | null {
  if (altKey || (isMac ? ctrlKey : metaKey)) return null;
  const isMod = isMac ? metaKey : ctrlKey;
  const name = key.length === 1 ? key.toLowerCase() : key;
  // A sign says itself whether it took Shift, which differs from one keyboard to the next.
  const isShifted = shiftKey && (key.length > 1 || /\p{L}/u.test(key));
  return `${isShifted ? 'shift+' : ''}${isMod ? 'mod+' : ''}${name}`;
}

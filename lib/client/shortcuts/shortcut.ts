/** What is a shortcut? Each page has a table of its own, so that none loads those of others; help, palette and listeners read it. */

import type { Permission } from '@/lib/policy';

export interface Shortcut {
  id: string;
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

/** The ids of a table. */
export type ShortcutId<Table extends readonly Shortcut[]> = Table[number]['id'];

/** Returns the shortcuts of a table that whoever asks can use and that have a key, in its order. */
export function usableShortcuts(
  table: readonly Shortcut[],
  mayDo: (needs: Permission) => boolean,
): Shortcut[] {
  return table.filter(({ keys, needs }) => keys.length > 0 && (!needs || mayDo(needs)));
}

/** Returns one shortcut of a table. */
export function shortcut<Table extends readonly Shortcut[]>(table: Table, id: ShortcutId<Table>): Shortcut {
  const found = table.find((row) => row.id === id);
  if (!found) throw new Error(`no shortcut ${id}`);
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

/** Which command does a key press give on the board? Pure. */

import { BOARD_KEYS, type BoardCommand, type BoardKey } from '@/lib/client/shortcuts/board';

export interface Press {
  key: string;
  alt: boolean;
  /** Control or the command key. */
  command: boolean;
  shift: boolean;
}

/** What the focus is in. */
export type Focus = 'unit' | 'block' | 'card' | null;

/** The command of a key press, or null. `canEdit` false leaves only what looks. */
export function commandOf(press: Press, focus: Focus, canEdit: boolean): BoardCommand | null {
  const found = BOARD_KEYS.find(
    (each) =>
      each.keys.includes(press.key) &&
      modifierOf(press) === (each.modifier ?? null) &&
      isWithin(each.within, focus) &&
      (canEdit || each.reading),
  );
  return found?.command ?? null;
}

function modifierOf({ alt, command, shift }: Press): BoardKey['modifier'] | null {
  if (command) return shift ? 'command-shift' : 'command';
  return alt ? 'alt' : null;
}

function isWithin(within: BoardKey['within'], focus: Focus): boolean {
  if (!within) return true;
  return within === 'row' ? focus === 'unit' || focus === 'block' : within === focus;
}

/** Which keys does the merge board know? One table, for its keyboard and for the help. */

export type BoardCommand =
  | 'next'
  | 'previous'
  | 'choose'
  | 'accept'
  | 'undo'
  | 'redo'
  | 'down'
  | 'up'
  | 'edit'
  | 'insert'
  | 'menu'
  | 'select'
  | 'fuse'
  | 'drop'
  | 'keep'
  | 'quarantine'
  | 'move-up'
  | 'move-down'
  | 'follow'
  | 'columns'
  | 'search'
  | 'finish'
  | 'escape';

export interface BoardKey {
  command: BoardCommand;
  /** As `KeyboardEvent.key` gives them. */
  keys: readonly string[];
  modifier?: 'alt' | 'command' | 'command-shift';
  /** As the help shows them; empty for keys that stand beside others of the same command. */
  shown: readonly string[];
  words: string;
  group: 'Decide' | 'Instructions' | 'Result' | 'Everywhere';
  /** Only where the focus is in an instruction, a block or a card. */
  within?: 'row' | 'block' | 'unit' | 'card';
  /** Those who look may use it as well. */
  reading?: boolean;
}

export const BOARD_KEYS: readonly BoardKey[] = [
  row('Decide', 'next', ['j'], 'next question', { reading: true }),
  row('Decide', 'previous', ['k'], 'previous question', { reading: true }),
  {
    ...row('Decide', 'choose', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], 'choose this option'),
    shown: ['1', '2', '3'],
  },
  row('Decide', 'accept', ['Enter'], 'accept what is proposed, go on to the next', { within: 'card' }),
  row('Instructions', 'down', ['ArrowDown'], 'next one', { within: 'row', shown: ['↓'], reading: true }),
  row('Instructions', 'up', ['ArrowUp'], 'previous one', { within: 'row', shown: ['↑'], reading: true }),
  row('Instructions', 'follow', ['o', 'Enter'], 'show where it stands in the other column', {
    within: 'unit',
    shown: ['O'],
    reading: true,
  }),
  row('Instructions', 'select', ['x'], 'select for fusing or separating', { within: 'unit' }),
  row('Instructions', 'fuse', ['f'], 'fuse the selected ones'),
  row('Instructions', 'keep', ['p'], 'keep it in its own words', { within: 'unit' }),
  row('Instructions', 'drop', ['d'], 'drop it, with a reason', { within: 'row' }),
  row('Instructions', 'quarantine', ['q'], 'leave it out for belonging to one project, or release it', {
    within: 'unit',
  }),
  row('Instructions', 'menu', ['m'], 'everything that can be done with it', { within: 'row' }),
  row('Result', 'edit', ['Enter', 'e'], 'edit the words', { within: 'block', shown: ['Enter'] }),
  row('Result', 'insert', ['i'], 'write something below', { within: 'block' }),
  row('Result', 'move-up', ['ArrowUp'], 'move up', {
    within: 'block',
    modifier: 'alt',
    shown: ['Alt', '↑'],
  }),
  row('Result', 'move-down', ['ArrowDown'], 'move down', {
    within: 'block',
    modifier: 'alt',
    shown: ['Alt', '↓'],
  }),
  row('Result', 'follow', ['o'], 'show where it comes from', { within: 'block', reading: true }),
  row('Everywhere', 'undo', ['u'], 'undo', { shown: ['U', '⌘ Z'] }),
  row('Everywhere', 'undo', ['z'], 'undo', { modifier: 'command', shown: [] }),
  row('Everywhere', 'redo', ['U'], 'do again', { shown: ['⇧ U', '⇧ ⌘ Z'] }),
  row('Everywhere', 'redo', ['z', 'Z'], 'do again', { modifier: 'command-shift', shown: [] }),
  row('Everywhere', 'columns', ['[', ']'], 'to the column on the left, on the right', { reading: true }),
  row('Everywhere', 'search', ['/'], 'search the sources', { reading: true }),
  row('Everywhere', 'escape', ['Escape'], 'let go', { shown: ['Esc'], reading: true }),
];

function row(
  group: BoardKey['group'],
  command: BoardCommand,
  keys: readonly string[],
  words: string,
  more: Partial<BoardKey> = {},
): BoardKey {
  return {
    group,
    command,
    keys,
    words,
    shown: keys.map((key) => (key.length === 1 ? key.toUpperCase() : key)),
    ...more,
  };
}

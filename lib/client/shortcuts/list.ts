/** Which keys does the list of agents know? */

import type { Shortcut } from './shortcut';

export const LIST_KEYS = [
  { id: 'next', keys: ['j', 'ArrowDown'], words: 'Next agent', hint: 'move' },
  { id: 'previous', keys: ['k', 'ArrowUp'], words: 'Former agent', hint: 'move' },
  { id: 'first', keys: ['Home'], words: 'First agent' },
  { id: 'last', keys: ['End'], words: 'Last agent' },
  { id: 'open', keys: ['Enter'], words: 'Open it', hint: 'open', own: true },
  { id: 'select', keys: ['x'], words: 'Select it', hint: 'select' },
  { id: 'select-range', keys: ['shift+x'], words: 'Select from the last one to here' },
  { id: 'search', keys: ['/'], words: 'Search the agents', hint: 'search', inPalette: true },
  { id: 'filter', keys: ['f'], words: 'Filter the agents', hint: 'filter', inPalette: true },
  { id: 'clear', keys: ['Escape'], words: 'Let go of the selection' },
  {
    ...{ id: 'import', keys: [], needs: 'agent:create' },
    words: 'Import files',
    inPalette: true,
  },
  { id: 'export', keys: [], words: 'Export the agents shown', inPalette: true },
] as const satisfies readonly Shortcut[];

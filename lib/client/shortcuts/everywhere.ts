/** Which keys work on every page? */

import type { Shortcut } from './shortcut';

export const EVERYWHERE_KEYS = [
  {
    ...{ id: 'palette', keys: ['mod+k'], when: 'typing' },
    words: 'Go to any agent, page or action',
  },
  { id: 'keys', keys: ['?'], words: 'Show the keys of this page', inPalette: true },
  { id: 'go-agents', keys: ['g a'], words: 'Go to the agents' },
  { id: 'go-duplicates', keys: ['g d'], words: 'Go to the duplicates' },
  { id: 'go-merges', keys: ['g m'], words: 'Go to the merges' },
  { id: 'go-activity', keys: ['g t'], words: 'Go to the activity' },
  { id: 'go-reviews', keys: ['g r'], words: 'Go to the reviews' },
  { id: 'go-inbox', keys: ['g i'], words: 'Go to the inbox' },
  { id: 'go-settings', keys: ['g s'], words: 'Go to the settings' },
  { id: 'go-people', keys: ['g p'], words: 'Go to the members' },
  {
    ...{ id: 'go-new', keys: ['g n'], needs: 'agent:create' },
    words: 'Begin a new agent',
  },
] as const satisfies readonly Shortcut[];

/** Which keys does the page of duplicates know? */

import type { Shortcut } from './shortcut';

export const DUPLICATES_KEYS = [
  { id: 'next-cluster', keys: ['j'], words: 'Next cluster', hint: 'move' },
  { id: 'previous-cluster', keys: ['k'], words: 'Former cluster', hint: 'move' },
  {
    id: 'members',
    keys: ['Enter'],
    words: 'Show or hide its members',
    hint: 'members',
    own: true,
  },
  {
    id: 'compare',
    keys: ['c'],
    words: 'Compare its two closest members',
    hint: 'compare',
  },
  {
    id: 'merge',
    keys: ['m'],
    words: 'Merge its members',
    hint: 'merge',
    needs: 'merge:edit',
  },
  {
    ...{ id: 'apart', keys: ['n'], needs: 'duplicates:dismiss' },
    words: 'Say that members are not duplicates',
    hint: 'not duplicates',
  },
  {
    id: 'search',
    keys: ['/'],
    words: 'Search the clusters',
    hint: 'search',
    inPalette: true,
  },
  {
    ...{ id: 'walk', keys: ['ArrowDown'], shown: '← ↑ ↓ →', own: true },
    words: 'Walk in the table of a cluster; Enter compares',
  },
] as const satisfies readonly Shortcut[];

/** Which keys does the product know? The tables of all pages, for whoever needs more than those of one. */

import { DUPLICATES_KEYS } from './duplicates';
import { EDITOR_KEYS } from './editor';
import { EVERYWHERE_KEYS } from './everywhere';
import { COMPARE_KEYS, HISTORY_KEYS, VERSION_KEYS } from './history';
import { LIST_KEYS } from './list';
import type { Shortcut } from './shortcut';

/** Where shortcuts hold: on every page, or on one kind of page. */
export type Scope = 'everywhere' | 'list' | 'editor' | 'history' | 'compare' | 'version' | 'duplicates';

export const TABLES: Readonly<Record<Scope, readonly Shortcut[]>> = {
  everywhere: EVERYWHERE_KEYS,
  list: LIST_KEYS,
  editor: EDITOR_KEYS,
  history: HISTORY_KEYS,
  compare: COMPARE_KEYS,
  version: VERSION_KEYS,
  duplicates: DUPLICATES_KEYS,
};

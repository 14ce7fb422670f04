/** What shows a new workspace what every page is for? A dozen files with two pairs of near-duplicates, and one that is broken. */

import { BROKEN } from './broken';
import { COPIED } from './copied';
import { SAME_ROLE } from './same-role';
import { SINGLE } from './single';

export interface Sample {
  fileName: string;
  text: string;
}

export const SAMPLES: readonly Sample[] = [...COPIED, ...SAME_ROLE, BROKEN, ...SINGLE];

/** What is decided when somebody has written words on the board? Pure. */

import type { Decision } from '@/lib/merge';

import { insertionOf } from './decision-list';

/**
 * The decision that puts words into a block or below it. Words that a person added before are added anew under their
 * name; of new ones `makeId` gives the name.
 */
export function wordsDecision(
  block: string,
  text: string,
  insert: boolean,
  decisions: readonly Decision[],
  makeId: () => string,
): Decision {
  if (insert) return { kind: 'insert', id: makeId(), after: block, text };
  const added = insertionOf(block, decisions);
  if (added) return { ...added, text };
  return { kind: 'edit', block, text };
}

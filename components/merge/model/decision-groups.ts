/** Which decisions were one press of a person, and so are one line of the list? Pure. */

import type { Decision } from '@/lib/merge';

/**
 * Joins neighbours that say the same of several instructions of one source: a section left out, a block dropped.
 *
 * @param sourceOf The source of a unit; null when the unit is gone.
 */
export function groupDecisions(
  decisions: readonly Decision[],
  sourceOf: (unit: string) => string | null,
): Decision[][] {
  const keyOf = (decision: Decision) =>
    'unit' in decision
      ? JSON.stringify([decision.kind, sourceOf(decision.unit), 'reason' in decision && decision.reason])
      : null;
  const groups: Decision[][] = [];
  let open: string | null = null;
  for (const decision of decisions) {
    const key = keyOf(decision);
    if (key !== null && key === open) groups.at(-1)?.push(decision);
    else groups.push([decision]);
    open = key;
  }
  return groups;
}

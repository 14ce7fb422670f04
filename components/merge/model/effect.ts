/** Did a decision do what it says? Pure. */

import type { Decision, Proposal } from '@/lib/merge';

/** Whether instructions that were to be one still stand in different blocks of the result. */
export function isFusedInVain(decision: Decision, proposal: Proposal): boolean {
  if (decision.kind !== 'fuse') return false;
  const blocks = proposal.ledger.flatMap(({ unit, block }) =>
    block !== null && decision.units.includes(unit) ? [block] : [],
  );
  return new Set(blocks).size > 1;
}

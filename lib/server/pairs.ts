/** Are these pairs of two agents of the workspace? */

import 'server-only';

import { type AuditDetails, type Db, listAgentHeads } from '@/db';

import { Failure, notFoundFailure } from './failure';

type Pairs = readonly (readonly [string, string])[];

/** Throws a failure unless each pair is of two agents of the workspace. */
export async function requirePairs(read: Db, workspaceId: string, pairs: Pairs): Promise<void> {
  if (pairs.some(([a, b]) => a === b)) {
    throw new Failure('invalid_input', 'A pair is of two different agents.');
  }
  const agentIds = [...new Set(pairs.flat())];
  const found = await listAgentHeads(read, { workspaceId, agentIds });
  if (found.length < agentIds.length) throw notFoundFailure();
}

/** Returns what the audit says of a change of these pairs, of which `count` were changed. */
export function auditedPairs(
  pairs: Pairs,
  count: number,
): { details: AuditDetails; nothingChanged: boolean } {
  return { details: { pairs: pairs.map((pair) => pair.join(' ')) }, nothingChanged: count === 0 };
}

/** Why did a membership not change? Somebody else changed it first, or the workspace would lose its last owner. */

import 'server-only';

import { getMemberRole, type Tx } from '@/db';
import type { Role } from '@/lib/policy';

import { Failure, LostRace } from '../failure';

/** Returns what to throw after a change of a member, whose role was `from`, was not made. */
export async function whyUnchanged(
  tx: Tx,
  { workspaceId, userId, from }: { workspaceId: string; userId: string; from: Role },
): Promise<Error> {
  if ((await getMemberRole(tx, { workspaceId, userId })) !== from) return new LostRace();
  return new Failure('conflict', 'A workspace needs an owner. Make somebody else an owner first.');
}

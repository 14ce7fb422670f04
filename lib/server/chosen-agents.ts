/** Which agents did a person choose? Their ids, of this workspace only. */

import 'server-only';

import type { z } from 'zod';

import { type Db, listAgentIds, listMatchingIds } from '@/db';
import { type agentChoice, MAX_CHOSEN } from '@/lib/contract';

import type { Scope } from './access';
import { Failure, notFoundFailure } from './failure';

/**
 * Returns the ids of the chosen agents, at most 10,000. Throws when there is none, and when a filter lets through
 * others than the person saw: what was not seen must not be changed.
 */
export async function listChosenIds(
  read: Db,
  { workspaceId }: Scope,
  choice: z.output<typeof agentChoice>,
  now: number,
): Promise<string[]> {
  const ids = 'ids' in choice ? await listAgentIds(read, { workspaceId, agentIds: choice.ids }) : [];
  if ('filter' in choice) {
    const { filter, except, count } = choice;
    const left = new Set(except);
    const limit = MAX_CHOSEN + except.length + 1;
    const matching = await listMatchingIds(read, { workspaceId, filter, now, limit });
    ids.push(...matching.filter((id) => !left.has(id)));
    if (ids.length !== count) throw movedFailure(ids.length, count);
  }
  if (ids.length === 0) throw notFoundFailure();
  return ids;
}

function movedFailure(now: number, then: number): Failure {
  const message = `Others changed the list: ${now.toLocaleString('en-US')} agents match now, not ${then.toLocaleString('en-US')}. Nothing was changed. Look at the list again, then repeat this.`;
  return new Failure('conflict', message);
}

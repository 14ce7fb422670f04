/** Is an agent in use? Neither in the bin, nor archived because a merge took its place. */

import { and, isNull, type SQL } from 'drizzle-orm';

import type { Tables } from '../schema/tables';

/** Returns the condition under which an agent is listed, found, exported, and may clash with others. */
export function isInUse(agents: Pick<Tables['agents'], 'deletedAt' | 'archivedAt'>): SQL | undefined {
  return and(isNull(agents.deletedAt), isNull(agents.archivedAt));
}

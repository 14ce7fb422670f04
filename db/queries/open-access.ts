/** Which of these sign-ins are still open, and what are their people in which workspace? */

import { and, eq, gt, inArray } from 'drizzle-orm';

import type { Role } from '@/lib/policy';

import { inBatches } from '../batches';
import type { Db } from '../database';

export interface OpenAccess {
  sessionId: string;
  userId: string;
  /** Null for somebody who belongs to no workspace. */
  workspaceId: string | null;
  role: Role | null;
}

/** Returns a row for each workspace of each of these sessions that is open. */
export async function listOpenAccess(
  { q, t }: Db,
  { sessionIds, now }: { sessionIds: readonly string[]; now: number },
): Promise<OpenAccess[]> {
  const rows: OpenAccess[] = [];
  for (const batch of inBatches(sessionIds)) {
    rows.push(
      ...(await q
        .select({
          sessionId: t.sessions.id,
          userId: t.sessions.userId,
          workspaceId: t.memberships.workspaceId,
          role: t.memberships.role,
        })
        .from(t.sessions)
        .leftJoin(t.memberships, eq(t.memberships.userId, t.sessions.userId))
        .where(and(inArray(t.sessions.id, batch), gt(t.sessions.expiresAt, now)))),
    );
  }
  return rows;
}

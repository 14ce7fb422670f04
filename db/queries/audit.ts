/** What happened in a workspace, and who did it? */

import { and, desc, eq, isNull } from 'drizzle-orm';

import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { AuditDetails, AuditOutcome } from '../schema/audit-events';
import type { Tables } from '../schema/tables';

export type AuditEvent = Tables['auditEvents']['$inferSelect'];

export interface NewAuditEvent {
  /** Noun and past verb: `agent.saved`. */
  event: string;
  outcome?: AuditOutcome;
  workspaceId?: string | null;
  actorId?: string | null;
  subjectId?: string | null;
  address?: string | null;
  details?: AuditDetails;
  now: number;
}

/** Adds an event; nothing ever changes or removes one. */
export async function appendAuditEvent({ q, t }: Tx, input: NewAuditEvent): Promise<void> {
  await q.insert(t.auditEvents).values({
    id: newId(input.now),
    at: input.now,
    event: input.event,
    outcome: input.outcome ?? 'done',
    workspaceId: input.workspaceId ?? null,
    actorId: input.actorId ?? null,
    subjectId: input.subjectId ?? null,
    address: input.address ?? null,
    details: input.details ?? {},
  });
}

/** The newest first; those of a workspace, or with null those that concern none. */
export async function listAuditEvents(
  { q, t }: Db,
  page: { workspaceId: string | null; event?: string; offset: number; limit: number },
): Promise<AuditEvent[]> {
  const scope =
    page.workspaceId === null
      ? isNull(t.auditEvents.workspaceId)
      : eq(t.auditEvents.workspaceId, page.workspaceId);
  return await q
    .select()
    .from(t.auditEvents)
    .where(and(scope, page.event === undefined ? undefined : eq(t.auditEvents.event, page.event)))
    .orderBy(desc(t.auditEvents.at), desc(t.auditEvents.id))
    .limit(page.limit)
    .offset(page.offset);
}

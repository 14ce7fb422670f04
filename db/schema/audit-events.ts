/** What happened, who did it, and did it work? Append-only, and without foreign keys, so that it outlives what it tells of. */

import type { Kit } from '../kit';

export type AuditOutcome = 'done' | 'denied' | 'failed';
export type AuditDetails = Record<string, string | number | boolean | null | string[]>;

export const auditEvents = (kit: Kit) =>
  kit.table(
    'audit_events',
    {
      id: kit.text('id').primaryKey(),
      at: kit.integer('at').notNull(),
      workspaceId: kit.text('workspace_id'),
      actorId: kit.text('actor_id'),
      /** Noun and past verb: `agent.saved`. */
      event: kit.text('event').notNull(),
      outcome: kit.text('outcome').$type<AuditOutcome>().notNull(),
      subjectId: kit.text('subject_id'),
      address: kit.text('address'),
      details: kit.json<AuditDetails>('details').notNull(),
    },
    (t) => [
      kit.index('audit_events_workspace').on(t.workspaceId, t.at),
      kit.index('audit_events_of_subject').on(t.workspaceId, t.subjectId, t.at),
      kit.index('audit_events_of_actor').on(t.workspaceId, t.actorId, t.at),
      kit.index('audit_events_of_event').on(t.workspaceId, t.event, t.at),
      kit.index('audit_events_by_outcome').on(t.workspaceId, t.outcome, t.at),
    ],
  );

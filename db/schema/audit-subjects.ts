/** Which events are about this agent, too? One row for each agent of an event that is about several. */

import type { Kit } from '../kit';

export const auditSubjects = (kit: Kit) =>
  kit.table(
    'audit_subjects',
    {
      workspaceId: kit.text('workspace_id').notNull(),
      subjectId: kit.text('subject_id').notNull(),
      /** When the event was: with it the newest are found first. */
      at: kit.integer('at').notNull(),
      eventId: kit.text('event_id').notNull(),
    },
    (t) => [
      kit.primaryKey({
        name: 'audit_subjects_pk',
        columns: [t.workspaceId, t.subjectId, t.at, t.eventId],
      }),
    ],
  );

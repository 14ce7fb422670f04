/** What do the browser and the server say of what happened? Times are integer milliseconds. */

import { EVENT_GROUPS, type Outcome, type Part } from '@/lib/records';
import { exact, id } from './text';
import { z } from './zod';

/** A place in the order of what happened; what comes after it is older. */
const place = z
  .string()
  .regex(/^\d{1,15}-[0-9a-z]{1,40}$/)
  .transform((text) => {
    const [at = '', eventId = ''] = text.split('-');
    return { at: Number(at), id: eventId };
  });

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What an address asks of the activity; what it does not know or cannot be is passed over. */
export const activityQuery = z.object({
  by: optional(id),
  agent: optional(id),
  about: optional(z.enum(EVENT_GROUPS)),
  before: optional(place),
});
export type ActivityQuery = z.output<typeof activityQuery>;

const eventName = z
  .string()
  .regex(/^[a-z:-]+[. ][A-Za-z-]+$/)
  .max(80);

/** What an address asks of the audit. Days are those of UTC; both count themselves. */
export const auditFilter = z.object({
  by: optional(id),
  event: optional(eventName),
  outcome: optional(z.enum(['done', 'denied', 'failed'])),
  from: optional(z.iso.date()),
  to: optional(z.iso.date()),
  q: optional(exact(100)),
  before: optional(place),
});
export type AuditFilter = z.output<typeof auditFilter>;

/** One row of what happened, in words; `actor` is null where Muster did it by itself, or a stranger. */
export interface ActivityRow {
  id: string;
  at: number;
  actor: { userId: string; name: string } | null;
  said: Part[];
}

export interface ActivityPage {
  rows: ActivityRow[];
  /** Where the next page begins; null at the end. */
  next: string | null;
}

export interface AuditRow extends ActivityRow {
  event: string;
  outcome: Outcome;
  address: string | null;
  /** What the words leave out, as JSON in one line. */
  details: string;
}

export interface AuditRows {
  rows: AuditRow[];
  next: string | null;
}

/** Who can be asked for. */
export interface RecordedPerson {
  userId: string;
  name: string;
}

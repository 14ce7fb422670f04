/** What does somebody get to know without asking? */

import { workspaceSlug } from './slug';
import { id } from './text';
import { z } from './zod';

/**
 * `mention`: somebody named you; `reply`: somebody answered where you wrote; `review`: your review is asked for;
 * `decision`: a proposal of yours was decided; `merge`: an agent that you made or changed went into another.
 */
export const NOTIFICATION_KINDS = ['mention', 'reply', 'review', 'decision', 'merge'] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** The kinds that a person wants by e-mail, too; the inbox has all of them. */
export interface NotificationSettings {
  email: NotificationKind[];
}

/** Until somebody chooses: what waits for them, and not what merely happened. */
const USUAL: NotificationSettings = { email: ['mention', 'review', 'decision'] };

/** Returns the settings of a person, the usual ones while they have chosen nothing. */
export function notificationSettings(chosen: NotificationSettings | null): NotificationSettings {
  return chosen ?? USUAL;
}

/** Says whether a person wants this kind by e-mail, too. */
export function wantsEmail(chosen: NotificationSettings | null, kind: NotificationKind): boolean {
  return notificationSettings(chosen).email.includes(kind);
}

export const changeNotificationsInput = z.object({
  email: z.array(z.enum(NOTIFICATION_KINDS)).transform((kinds) => [...new Set(kinds)]),
});
export type ChangeNotificationsInput = z.input<typeof changeNotificationsInput>;
/** Marks notifications of one's own as read or unread: these, or all that are there up to a moment. */
export const markNotificationsInput = z.object({
  workspace: workspaceSlug,
  which: z.union([
    z.object({ ids: z.array(id).min(1).max(500) }),
    z.object({ upTo: z.number().int().min(0) }),
  ]),
  read: z.boolean(),
});
export type MarkNotificationsInput = z.input<typeof markNotificationsInput>;

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  /** Who caused it; null for nobody. */
  by: string | null;
  /** What it is about, to go there. */
  agentId: string | null;
  subjectId: string | null;
  summary: string;
  at: number;
  readAt: number | null;
}

/** A notification as the inbox shows it. */
export interface InboxRow extends NotificationRow {
  /** Where it leads, below the workspace. */
  path: string;
}

export interface InboxPage {
  notifications: InboxRow[];
  /** Offset of the next page; null at the end. */
  next: number | null;
  /** How many are unread in all. */
  unread: number;
}

/** What waits for somebody: unread notifications, and reviews that are open. */
export interface Waiting {
  unread: number;
  reviews: number;
}

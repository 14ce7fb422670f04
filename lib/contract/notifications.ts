/** What does somebody get to know without asking? */

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

/** What does the letter say that tells of the inbox? Who did what, each with the way there. */

import type { NotificationKind, NotificationRow, NotificationSettings } from '@/lib/contract';
import { notificationPath } from '@/lib/records';

import { publicUrl } from '../environment';
import { composeLetter, type Letter } from './letter';

/** Who is written to, of which workspace. */
export interface Reader {
  email: string;
  settings: NotificationSettings | null;
  workspace: { slug: string; name: string };
}

/** So many are told one by one. */
const MOST_TOLD = 20;

/** What a letter about one thing is headed with. */
const HEADS: Record<NotificationKind, string> = {
  mention: 'named you',
  reply: 'answered in your thread',
  review: 'asks for your review',
  decision: 'has news of your proposal',
  merge: 'merged an agent of yours',
};

/** Returns the letter about these notifications, the first of them first. */
export function notificationLetter({ workspace }: Reader, rows: readonly NotificationRow[]): Letter {
  const home = `${publicUrl()}/w/${workspace.slug}`;
  const items = rows.slice(0, MOST_TOLD).map((row) => ({
    label: `${nameOf(row)} ${row.summary}`,
    url: `${home}/${notificationPath(row)}`,
  }));
  const [only] = rows;
  const isOne = rows.length === 1 && only;
  const many = `${rows.length} things wait for you`;
  const more = rows.length - items.length;
  return composeLetter({
    subject: `${isOne ? `${nameOf(only)} ${HEADS[only.kind]}` : many} in ${workspace.name}`,
    paragraphs: isOne ? [] : [`${many} in ${workspace.name}.`],
    items,
    link: { label: more > 0 ? `Open the inbox: ${more} more` : 'Open the inbox', url: `${home}/inbox` },
    closing: [
      `You get this as a member of ${workspace.name} on Muster. What you have read there does not come by e-mail.`,
      { label: 'Change what you get', url: `${publicUrl()}/account#notifications` },
    ],
  });
}

const nameOf = ({ by }: NotificationRow): string => by ?? 'Somebody';

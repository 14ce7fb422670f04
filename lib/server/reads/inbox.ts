/** What has somebody not read yet? */

import 'server-only';

import { countOpenProposals, countUnread, listNotifications } from '@/db';
import { type InboxPage, NOTIFICATION_KINDS, type NotificationKind, type Waiting } from '@/lib/contract';
import { notificationPath } from '@/lib/records';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 50;

export interface InboxQuery {
  offset?: number;
  unread?: boolean;
  kind?: string | null;
}

/** Returns one page of the inbox of the person who asks, the newest first. */
export async function listInbox(slug: string, query: InboxQuery = {}): Promise<InboxPage> {
  return pageOfInbox(await requireScope(slug, 'inbox:read'), query);
}

/** As `listInbox`, for whoever has a scope. */
export async function pageOfInbox(
  { workspaceId, user }: Scope,
  { offset: asked = 0, unread, kind }: InboxQuery,
): Promise<InboxPage> {
  const { read } = await getStore();
  const of = { workspaceId, userId: user.id };
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const kinds = NOTIFICATION_KINDS.includes(kind as NotificationKind)
    ? [kind as NotificationKind]
    : undefined;
  const rows = await listNotifications(read, { ...of, unread, kinds, offset, limit: MAX_PAGE + 1 });
  return {
    notifications: rows.slice(0, MAX_PAGE).map((row) => ({ ...row, path: notificationPath(row) })),
    next: rows.length > MAX_PAGE ? offset + MAX_PAGE : null,
    unread: await countUnread(read, of),
  };
}

/** Returns what waits for the person who asks: the numbers in the rail. */
export async function whatWaits({ workspaceId, user }: Scope): Promise<Waiting> {
  const { read } = await getStore();
  return {
    unread: await countUnread(read, { workspaceId, userId: user.id }),
    reviews: await countOpenProposals(read, { workspaceId }),
  };
}

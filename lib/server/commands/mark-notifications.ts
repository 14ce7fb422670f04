/** How does somebody say what of their inbox they have read? */

import 'server-only';

import { areNotificationsOf, markNotifications as mark } from '@/db';
import { markNotificationsInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { notFoundFailure } from '../failure';

export const markNotifications = workspaceCommand({
  event: 'inbox.marked',
  permission: 'inbox:read',
  input: markNotificationsInput,
  async prepare({ which }, { read, scope: { workspaceId, user } }) {
    if (!('ids' in which)) return;
    const mine = await areNotificationsOf(read, { workspaceId, userId: user.id, ids: which.ids });
    if (!mine) throw notFoundFailure();
  },
  async commit(tx, _prepared, { which, read }, { scope: { workspaceId, user }, now }) {
    const marked = await mark(tx, { workspaceId, userId: user.id, which, read, now });
    // What one has read is one's own affair, and happens many times a day: the audit does not tell of it.
    return { output: { marked }, nothingChanged: true, told: [user.id] };
  },
});

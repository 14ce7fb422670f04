/** What does somebody want to hear of by e-mail? The inbox has all of it in any case. */

import 'server-only';

import { setNotificationSettings } from '@/db';
import { changeNotificationsInput } from '@/lib/contract';

import { personCommand } from '../command';

export const changeNotifications = personCommand({
  event: 'user.notifications-changed',
  input: changeNotificationsInput,
  prepare: async () => null,
  async commit(tx, _prepared, settings, { user, now }) {
    await setNotificationSettings(tx, { userId: user.id, settings, now });
    return { output: settings, subjectId: user.id, details: { email: settings.email } };
  },
});

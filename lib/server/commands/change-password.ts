/** How does a person get a new password? By knowing the present one; all other sign-ins end. */

import 'server-only';

import { deleteSessionsOfUser, getUser, setPasswordHash } from '@/db';
import { changePasswordInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure } from '../failure';
import { clearPoints } from '../limits';
import { hashPassword, verifyPassword } from '../secrets';

export const changePassword = personCommand({
  event: 'user.password-changed',
  input: changePasswordInput,
  limit: 'password-change',
  async prepare({ currentPassword, newPassword }, { read, user }) {
    const row = await getUser(read, { userId: user.id });
    if (!(await verifyPassword(row?.passwordHash ?? null, currentPassword))) {
      const message = 'This is not your present password.';
      throw new Failure('forbidden', message, { currentPassword: [message] });
    }
    await clearPoints('password-change', user.id);
    return { passwordHash: await hashPassword(newPassword) };
  },
  async commit(tx, { passwordHash }, _input, { user, sessionId, now }) {
    await setPasswordHash(tx, { userId: user.id, passwordHash, now });
    const endedSessions = await deleteSessionsOfUser(tx, { userId: user.id, exceptId: sessionId });
    return { output: { endedSessions }, subjectId: user.id, details: { endedSessions } };
  },
});

/** How does a person get a new password? By knowing the present one, if there is one; all other sign-ins end. */

import 'server-only';

import {
  type Db,
  deleteSessionsOfUser,
  endPasswordResets,
  getSession,
  getUser,
  lockUser,
  setPasswordHash,
} from '@/db';
import { changePasswordInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure, signedOutFailure } from '../failure';
import { hashNewPassword } from '../identity/passwords';
import { clearPoints } from '../limits';
import { verifyPassword } from '../secrets';

const FRESH_MS = 10 * 60 * 1000;

export const changePassword = personCommand({
  event: 'user.password-changed',
  input: changePasswordInput,
  limit: 'password-change',
  async prepare({ currentPassword, newPassword }, { read, user, sessionId, now }) {
    const present = (await getUser(read, { userId: user.id }))?.passwordHash ?? null;
    if (present === null) await requireFresh(read, { sessionId, now });
    if (present !== null && !(await verifyPassword(present, currentPassword))) throw wrongPassword();
    await clearPoints('password-change', user.id);
    return { present, passwordHash: await hashNewPassword(newPassword, 'newPassword') };
  },
  async commit(tx, { present, passwordHash }, _input, { user, sessionId, now }) {
    const row = await lockUser(tx, { userId: user.id, now });
    if (!row) throw signedOutFailure();
    // Somebody else was quicker: then it is no longer the present one that was checked.
    if (row.passwordHash !== present) throw wrongPassword();
    await setPasswordHash(tx, { userId: user.id, passwordHash, now });
    await endPasswordResets(tx, { userId: user.id, now });
    const endedSessions = await deleteSessionsOfUser(tx, { userId: user.id, exceptId: sessionId });
    return {
      output: { endedSessions },
      subjectId: user.id,
      details: { endedSessions, first: present === null },
      endsAccess: true,
    };
  },
});

/**
 * Without a present password the provider has to have vouched just now: whoever finds a browser that somebody left
 * signed in must not get a way in of their own.
 */
async function requireFresh(read: Db, { sessionId, now }: { sessionId: string; now: number }): Promise<void> {
  const session = await getSession(read, { sessionId, now });
  if (session && now - session.createdAt <= FRESH_MS) return;
  throw new Failure(
    'forbidden',
    'You signed in more than 10 minutes ago. Sign out, sign in again as you did then, and set your first password within 10 minutes.',
  );
}

function wrongPassword(): Failure {
  const message = 'This is not your current password.';
  return new Failure('forbidden', message, { currentPassword: [message] });
}

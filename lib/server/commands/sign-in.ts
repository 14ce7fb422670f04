/** Is this the right password? A session row for whoever knows it, the same words and time for everybody else. */

import 'server-only';

import {
  type Db,
  deleteExpiredSessions,
  deleteSession,
  getUserByEmail,
  listSessionsOfUser,
  lockUser,
} from '@/db';
import { signInInput } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure } from '../failure';
import { clearPoints, requirePoint, returnPoint } from '../limits';
import { networkOf } from '../peer';
import { verifyPassword } from '../secrets';
import { startSession } from './start-session';

export const signIn = openCommand({
  guard: 'public',
  event: 'session.started',
  input: signInInput,
  limit: null,
  async prepare({ email, password }, { read, address, now }) {
    const here = `${networkOf(address)} ${email}`;
    await requirePoint('sign-in-address', address);
    await requirePoint('sign-in-account-here', here);
    const user = await getUserByEmail(read, { email });
    // Whoever guesses from many networks must not lock out the person from where they are signed in.
    const trusted = user !== null && (await isSignedInFrom(read, { userId: user.id, address, now }));
    if (!trusted) await requirePoint('sign-in-account', email);
    if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) {
      throw wrong(user?.id);
    }
    await returnPoint('sign-in-address', address);
    await clearPoints('sign-in-account-here', here);
    if (!trusted) await returnPoint('sign-in-account', email);
    return { userId: user.id, passwordHash: user.passwordHash };
  },
  async commit(tx, { userId, passwordHash }, _input, context) {
    // It was right when it was checked; meanwhile another may have been set, which ends every sign-in of before.
    const present = await lockUser(tx, { userId, now: context.now });
    if (present?.passwordHash !== passwordHash) throw wrong(userId);
    if (context.session) await deleteSession(tx, { sessionId: context.session.id });
    await deleteExpiredSessions(tx, { now: context.now });
    const sessionId = await startSession(tx, userId, context);
    return { output: { userId, sessionId }, actorId: userId, subjectId: sessionId };
  },
});

function wrong(subjectId: string | undefined): Failure {
  const failure = new Failure('unauthenticated', 'The e-mail or the password is wrong.');
  failure.subjectId = subjectId;
  return failure;
}

/** Says whether a session of this person is open that began in the network of this address. */
async function isSignedInFrom(
  read: Db,
  { userId, address, now }: { userId: string; address: string; now: number },
): Promise<boolean> {
  const sessions = await listSessionsOfUser(read, { userId, now });
  return sessions.some((open) => open.address !== null && networkOf(open.address) === networkOf(address));
}

/** Is this the right password? A session row for whoever knows it, the same words and time for everybody else. */

import 'server-only';

import { deleteExpiredSessions, deleteSession, getUserByEmail } from '@/db';
import { signInInput } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure } from '../failure';
import { clearPoints, requirePoint, returnPoint } from '../limits';
import { verifyPassword } from '../secrets';
import { startSession } from './start-session';

export const signIn = openCommand({
  guard: 'public',
  event: 'session.started',
  input: signInInput,
  limit: null,
  async prepare({ email, password }, { read, address }) {
    await requirePoint('sign-in-address', address);
    await requirePoint('sign-in-account', email);
    const user = await getUserByEmail(read, { email });
    if (!(await verifyPassword(user?.passwordHash ?? null, password)) || !user) {
      const failure = new Failure('unauthenticated', 'The e-mail or the password is wrong.');
      failure.subjectId = user?.id;
      throw failure;
    }
    await returnPoint('sign-in-address', address);
    await clearPoints('sign-in-account', email);
    return user.id;
  },
  async commit(tx, userId, _input, context) {
    if (context.session) await deleteSession(tx, { sessionId: context.session.id });
    await deleteExpiredSessions(tx, { now: context.now });
    const sessionId = await startSession(tx, userId, context);
    return { output: { userId, sessionId }, actorId: userId, subjectId: sessionId };
  },
});

/** May anybody make an account? Only where the server is set up so, and after the first account. */

import 'server-only';

import { countUsers, createUser, type Db, deleteSession, getUserByEmail } from '@/db';
import { signUpInput } from '@/lib/contract';

import { openCommand } from '../command';
import { isSignUpOpen } from '../environment';
import { Failure } from '../failure';
import { hashNewPassword } from '../identity/passwords';
import { requirePoint } from '../limits';
import { startSession } from './start-session';

export const signUp = openCommand({
  guard: 'public',
  event: 'user.signed-up',
  input: signUpInput,
  limit: null,
  async prepare({ email, password }, { read, address }) {
    await requireOpenSignUp(read);
    await requirePoint('sign-up-address', address);
    if (await getUserByEmail(read, { email })) throw taken();
    return hashNewPassword(password, 'password');
  },
  async commit(tx, passwordHash, { name, email }, context) {
    await requireOpenSignUp(tx);
    const user = await createUser(tx, { name, email, passwordHash, now: context.now });
    if (!user) throw taken();
    if (context.session) await deleteSession(tx, { sessionId: context.session.id });
    const sessionId = await startSession(tx, user.id, context);
    return { output: { userId: user.id, sessionId }, actorId: user.id, subjectId: user.id };
  },
});

/** Throws a failure unless strangers may make an account of their own. The first one is never theirs. */
export async function requireOpenSignUp(db: Db): Promise<void> {
  if (!isSignUpOpen()) {
    throw new Failure('forbidden', 'An account needs an invitation here. Ask for a link in a workspace.');
  }
  if ((await countUsers(db)) === 0) {
    throw new Failure(
      'forbidden',
      'There is no account yet. Make the first by the link that the terminal shows.',
    );
  }
}

function taken(): Failure {
  const message = 'There is an account with this e-mail. Sign in with it.';
  return new Failure('conflict', message, { email: [message] });
}

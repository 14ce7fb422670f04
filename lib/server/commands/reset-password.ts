/** Who may set a password without the present one? Whoever holds a link for it, once; every sign-in of before ends. */

import 'server-only';

import {
  consumePasswordReset,
  deleteSession,
  deleteSessionsOfUser,
  endPasswordResets,
  getPasswordReset,
  isOnlyInWorkspacesOf,
  lockUser,
  setPasswordHash,
} from '@/db';
import { resetPasswordInput } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure } from '../failure';
import { hashNewPassword } from '../identity/passwords';
import { requirePoint, returnPoint } from '../limits';
import { hashToken } from '../secrets';
import { startSession } from './start-session';

export const resetPassword = openCommand({
  guard: 'token',
  event: 'user.password-reset',
  input: resetPasswordInput,
  limit: null,
  async prepare({ token, password }, { read, now, address }) {
    await requirePoint('token-address', address);
    const tokenHash = hashToken(token);
    if (!(await getPasswordReset(read, { tokenHash, now }))) throw closed();
    await returnPoint('token-address', address);
    return { tokenHash, passwordHash: await hashNewPassword(password, 'password') };
  },
  async commit(tx, { tokenHash, passwordHash }, _input, context) {
    const { now, session } = context;
    const used = await consumePasswordReset(tx, { tokenHash, now });
    if (!used) throw closed();
    const { userId, createdBy } = used;
    // The member may have joined another workspace since the owner made the link.
    if (createdBy && !(await isOnlyInWorkspacesOf(tx, { userId, ownerId: createdBy }))) throw closed();
    const user = await lockUser(tx, { userId, now });
    // By e-mail only somebody is helped whose address is known to be theirs.
    if (!user || (!createdBy && user.emailVerifiedAt === null)) throw closed();
    await setPasswordHash(tx, { userId, passwordHash, now });
    await endPasswordResets(tx, { userId, now });
    const endedSessions = await deleteSessionsOfUser(tx, { userId });
    if (session && session.user.id !== userId) await deleteSession(tx, { sessionId: session.id });
    const sessionId = await startSession(tx, userId, context);
    return {
      output: { userId, sessionId },
      actorId: userId,
      subjectId: userId,
      details: { endedSessions, linkBy: createdBy },
      endsAccess: true,
    };
  },
});

function closed(): Failure {
  return new Failure(
    'not_found',
    'This link no longer works: it was used, is older than an hour, another one took its place, or whoever made it may not do so any more. Ask for a new one.',
  );
}

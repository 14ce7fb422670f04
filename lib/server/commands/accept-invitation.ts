/** Who may join by this link? Whoever holds it while it is open, with the present account or a new one. */

import 'server-only';

import {
  consumeInvitation,
  createMembership,
  createUser,
  getInvitationByTokenHash,
  getMemberRole,
  getUserByEmail,
  setEmailVerified,
  type Tx,
} from '@/db';
import { acceptInvitationInput } from '@/lib/contract';

import { type OpenContext, openCommand } from '../command';
import { Failure } from '../failure';
import { isInvitationProof } from '../identity/invitation-links';
import { hashNewPassword } from '../identity/passwords';
import { requirePoint, returnPoint } from '../limits';
import { hashToken } from '../secrets';
import { startSession } from './start-session';

interface NewAccount {
  email: string;
  name: string;
  passwordHash: string;
}

export const acceptInvitation = openCommand({
  guard: 'token',
  event: 'member.joined',
  input: acceptInvitationInput,
  limit: null,
  async prepare({ token, account, proof }, { read, now, address, session }) {
    await requirePoint('token-address', address);
    const tokenHash = hashToken(token);
    const invitation = await getInvitationByTokenHash(read, { tokenHash, now });
    if (!invitation) throw closed();
    await returnPoint('token-address', address);
    const { workspaceId, workspaceSlug: slug } = invitation;
    // Whoever joins as this address has read the e-mail to it.
    const reads = (email: string) => email === invitation.email && isInvitationProof(proof, { token, email });
    if (session) {
      if (await getMemberRole(read, { workspaceId, userId: session.user.id })) throw alreadyMember();
      return { tokenHash, slug, account: null, verified: reads(session.user.email) };
    }
    if (!account) throw new Failure('unauthenticated', 'Make an account to join, or sign in first.');
    if (await getUserByEmail(read, { email: account.email })) {
      // The invited may hear that; whoever asks for one address after the other may not.
      await requirePoint('sign-up-address', address);
      throw taken();
    }
    const { name, email, password } = account;
    const passwordHash = await hashNewPassword(password, 'account.password');
    return { tokenHash, slug, account: { name, email, passwordHash }, verified: reads(email) };
  },
  async commit(tx, { tokenHash, slug, account, verified }, _input, context) {
    const { now } = context;
    const invitation = await consumeInvitation(tx, { tokenHash, now });
    if (!invitation) throw closed();
    const { workspaceId, role } = invitation;
    const { userId, sessionId } = await findPerson(tx, account, context);
    if (verified) await setEmailVerified(tx, { userId, now });
    if (!(await createMembership(tx, { workspaceId, userId, role, now }))) throw alreadyMember();
    return {
      output: { slug, userId, sessionId },
      actorId: userId,
      workspaceId,
      subjectId: userId,
      details: {
        role,
        invitation: invitation.id,
        newAccount: account !== null,
        verified,
      },
    };
  },
});

/** Returns the person who joins; `sessionId` is that of a new account, which is signed in at once. */
async function findPerson(
  tx: Tx,
  account: NewAccount | null,
  context: OpenContext,
): Promise<{ userId: string; sessionId: string | null }> {
  if (!account) {
    if (!context.session)
      throw new Failure('unauthenticated', 'You are signed out. Sign in and open the link again.');
    return { userId: context.session.user.id, sessionId: null };
  }
  const user = await createUser(tx, { ...account, now: context.now });
  if (!user) throw taken();
  return { userId: user.id, sessionId: await startSession(tx, user.id, context) };
}

function closed(): Failure {
  return new Failure(
    'not_found',
    'This invitation is no longer open: it has expired, was used or was taken back. Ask for a new link.',
  );
}

function alreadyMember(): Failure {
  return new Failure('conflict', 'You are a member of this workspace already. The invitation stays open.');
}

function taken(): Failure {
  const message = 'There is an account with this e-mail. Sign in with it, then open the link again.';
  return new Failure('conflict', message, { 'account.email': [message] });
}

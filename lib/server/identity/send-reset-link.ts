/** How does a link for a new password get to whoever asked? After the answer, so that this tells nobody who has an account. */

import 'server-only';

import { appendAuditEvent, createPasswordReset, getUserByEmail, listAccountsOfUser, type User } from '@/db';

import { publicUrl } from '../environment';
import { afterwards, composeLetter, deliver, type Letter } from '../mail';
import { hashToken, newToken } from '../secrets';
import { getStore } from '../store';
import { listProviders } from './providers';
import { RESET_MS, resetUrl } from './reset-links';

/** Takes what the command gives, and returns what everybody is told. */
export function sendResetLinkAfterwards({ email }: { email: string }): { asked: true } {
  afterwards(() => sendResetLink(email));
  return { asked: true };
}

async function sendResetLink(email: string): Promise<void> {
  const store = await getStore();
  const user = await getUserByEmail(store.read, { email });
  if (!user) return;
  const about = { to: email, kind: 'password-reset', subjectId: user.id };
  // Whoever made the account may have typed somebody else's address, who must not get the account by it.
  if (user.emailVerifiedAt === null) {
    await deliver({ ...about, letter: unconfirmedLetter(email) });
    return;
  }
  const elsewhere = await providerOf(user);
  if (elsewhere) {
    await deliver({ ...about, letter: providerLetter(user, elsewhere) });
    return;
  }
  const token = newToken();
  const now = Date.now();
  const reset = {
    userId: user.id,
    tokenHash: hashToken(token),
    createdBy: null,
    expiresAt: now + RESET_MS,
    now,
  };
  await store.write(async (tx) => {
    await createPasswordReset(tx, reset);
    await appendAuditEvent(tx, { event: 'user.reset-link-made', subjectId: user.id, now });
  });
  await deliver({ ...about, letter: resetLetter(user, resetUrl(token)) });
}

/** The name of the provider by which somebody without a password signs in; null where a password is the way. */
async function providerOf(user: User): Promise<string | null> {
  if (user.passwordHash !== null) return null;
  const { read } = await getStore();
  const accounts = await listAccountsOfUser(read, { userId: user.id });
  const open = listProviders().find(({ key }) => accounts.some(({ provider }) => provider === key));
  return open?.name ?? null;
}

const UNASKED = 'You did not ask for this? Then ignore it: without the link nothing changes.';

function resetLetter({ name, email }: User, url: string): Letter {
  return composeLetter({
    subject: 'Set a new password for Muster',
    paragraphs: [
      `${name}, somebody asked for a new password for your account ${email} on Muster.`,
      'The link works once, for one hour. Setting a password signs you out everywhere else.',
    ],
    link: { label: 'Set a new password', url },
    closing: [UNASKED],
  });
}

/** Tells nothing of the account, not even the name: whose it is, is not known. */
function unconfirmedLetter(email: string): Letter {
  return composeLetter({
    subject: 'Your password for Muster',
    paragraphs: [
      `Somebody asked for a new password for an account with the address ${email} on Muster.`,
      'There is one, but it was never confirmed that this is the address of whoever made it. So no password is set by e-mail. If the account is yours, ask an owner of your workspace for a link, or whoever runs the server. Once you are signed in, confirm the address on your account page.',
    ],
    link: { label: 'Sign in', url: `${publicUrl()}/sign-in` },
    closing: ['You did not ask for this, or have no account? Then ignore it: nothing changes.'],
  });
}

function providerLetter({ name, email }: User, provider: string): Letter {
  return composeLetter({
    subject: 'Signing in to Muster',
    paragraphs: [
      `${name}, somebody asked for a new password for your account ${email} on Muster.`,
      `This account has no password: you sign in with ${provider}.`,
    ],
    link: { label: 'Sign in', url: `${publicUrl()}/sign-in` },
    closing: ['You did not ask for this? Then ignore it: nothing changes.'],
  });
}

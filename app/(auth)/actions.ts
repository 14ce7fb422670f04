'use server';
/** What can people do before and beside their workspaces? */

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';

import { action } from '@/lib/server/action';
import { clearCookie, setCookie } from '@/lib/server/auth';
import { acceptInvitation as acceptInvitationCommand } from '@/lib/server/commands/accept-invitation';
import { askAddressLink as askAddressLinkCommand } from '@/lib/server/commands/ask-address-link';
import { askPasswordReset as askPasswordResetCommand } from '@/lib/server/commands/ask-password-reset';
import { changeName as changeNameCommand } from '@/lib/server/commands/change-name';
import { changeNotifications as changeNotificationsCommand } from '@/lib/server/commands/change-notifications';
import { changePassword as changePasswordCommand } from '@/lib/server/commands/change-password';
import { confirmAddress as confirmAddressCommand } from '@/lib/server/commands/confirm-address';
import { createFirstAccount as createFirstAccountCommand } from '@/lib/server/commands/create-first-account';
import { disconnectProvider as disconnectProviderCommand } from '@/lib/server/commands/disconnect-provider';
import { endOtherSessions as endOtherSessionsCommand } from '@/lib/server/commands/end-other-sessions';
import { endSession as endSessionCommand } from '@/lib/server/commands/end-session';
import { finishProviderSignIn as finishProviderSignInCommand } from '@/lib/server/commands/finish-provider-sign-in';
import { resetPassword as resetPasswordCommand } from '@/lib/server/commands/reset-password';
import { signIn as signInCommand } from '@/lib/server/commands/sign-in';
import { signOut as signOutCommand } from '@/lib/server/commands/sign-out';
import { signUp as signUpCommand } from '@/lib/server/commands/sign-up';
import { startProviderSignIn as startProviderSignInCommand } from '@/lib/server/commands/start-provider-sign-in';
import { sendAddressLink, sendAddressLinkAfterwards } from '@/lib/server/identity/send-address-link';
import { sendResetLinkAfterwards } from '@/lib/server/identity/send-reset-link';

/** What was rendered of the person is out of date everywhere. */
function refresh<Output>(output: Output): Output {
  revalidatePath('/', 'layout');
  return output;
}

/** Leads on by itself: the page that it is called from is gone as soon as it is done. */
export const createFirstAccount = action(createFirstAccountCommand, async ({ slug, ...session }) => {
  await setCookie(session);
  sendAddressLinkAfterwards(session.userId);
  redirect(`/w/${slug}/agents`);
});

export const signIn = action(signInCommand, async (session) => {
  await setCookie(session);
  return { signedIn: true as const };
});

/** Leads on by itself, as the first account does. */
export const signUp = action(signUpCommand, async (session) => {
  await setCookie(session);
  sendAddressLinkAfterwards(session.userId);
  redirect('/w/new');
});

/** The browser goes there by itself: our policy lets no form lead to another site. */
export const startProviderSignIn = action(startProviderSignInCommand);

export const finishProviderSignIn = action(
  finishProviderSignInCommand,
  async ({ next, userId, sessionId }) => {
    if (userId && sessionId) await setCookie({ userId, sessionId });
    return { next };
  },
);

export const signOut = action(signOutCommand, async (done) => {
  await clearCookie();
  return done;
});

export const endOtherSessions = action(endOtherSessionsCommand);

export const endSession = action(endSessionCommand, refresh);

export const changeName = action(changeNameCommand, refresh);

export const changeNotifications = action(changeNotificationsCommand, refresh);

export const disconnectProvider = action(disconnectProviderCommand, refresh);

export const changePassword = action(changePasswordCommand);

export const acceptInvitation = action(acceptInvitationCommand, async ({ slug, userId, sessionId }) => {
  if (sessionId) {
    await setCookie({ userId, sessionId });
    sendAddressLinkAfterwards(userId);
  }
  redirect(`/w/${slug}/agents`);
});

/** Answers before it is known whether there is such an account. */
export const askPasswordReset = action(askPasswordResetCommand, sendResetLinkAfterwards);

export const askAddressLink = action(askAddressLinkCommand, sendAddressLink);

/** Leads on by itself, to where it is said. */
export const confirmAddress = action(confirmAddressCommand, () => {
  revalidatePath('/', 'layout');
  redirect('/account#notifications');
});

/** Leads on by itself: whoever has set the password is signed in. */
export const resetPassword = action(resetPasswordCommand, async (session) => {
  await setCookie(session);
  redirect('/');
});

'use server';
/** What can people do before and beside their workspaces? */

import { redirect } from 'next/navigation';

import { action } from '@/lib/server/action';
import { clearCookie, setCookie } from '@/lib/server/auth';
import { acceptInvitation as acceptInvitationCommand } from '@/lib/server/commands/accept-invitation';
import { changePassword as changePasswordCommand } from '@/lib/server/commands/change-password';
import { createFirstAccount as createFirstAccountCommand } from '@/lib/server/commands/create-first-account';
import { endOtherSessions as endOtherSessionsCommand } from '@/lib/server/commands/end-other-sessions';
import { signIn as signInCommand } from '@/lib/server/commands/sign-in';
import { signOut as signOutCommand } from '@/lib/server/commands/sign-out';

/** Leads on by itself: the page that it is called from is gone as soon as it is done. */
export const createFirstAccount = action(createFirstAccountCommand, async ({ slug, ...session }) => {
  await setCookie(session);
  redirect(`/w/${slug}/agents`);
});

export const signIn = action(signInCommand, async (session) => {
  await setCookie(session);
  return { signedIn: true as const };
});

export const signOut = action(signOutCommand, async (done) => {
  await clearCookie();
  return done;
});

export const endOtherSessions = action(endOtherSessionsCommand);

export const changePassword = action(changePasswordCommand);

export const acceptInvitation = action(acceptInvitationCommand, async ({ slug, userId, sessionId }) => {
  if (sessionId) await setCookie({ userId, sessionId });
  redirect(`/w/${slug}/agents`);
});

/** What do the browser and the server say of people? */

import { line } from './text';
import { workspaceName } from './workspaces';
import { z } from './zod';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Give an e-mail address, such as ada@example.org.'));
const newPassword = z
  .string()
  .min(8, 'A password needs at least 8 characters.')
  .max(200, 'A password may have at most 200 characters.');
const personName = line(100, 'Give your name.');

export const createFirstAccountInput = z.object({
  token: z.string().min(1, 'Paste the token that the terminal shows.').max(200),
  name: personName,
  email,
  password: newPassword,
  workspaceName,
});
export type CreateFirstAccountInput = z.input<typeof createFirstAccountInput>;

export const signInInput = z.object({ email, password: z.string().min(1, 'Give your password.').max(200) });
export type SignInInput = z.input<typeof signInInput>;

/** Joining by an invitation: with a new account, or (when signed in) with the present one. */
export const acceptInvitationInput = z.object({
  token: z.string().min(1).max(200),
  account: z.object({ name: personName, email, password: newPassword }).optional(),
});
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1, 'Give your present password.').max(200),
  newPassword,
});
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

/** The signed-in person. */
export interface CurrentUser {
  id: string;
  name: string;
  email: string;
}

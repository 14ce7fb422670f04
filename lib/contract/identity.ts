/** What do the browser and the server say of people? */

import { email } from './email';
import { id, line } from './text';
import { workspaceName } from './workspaces';
import { z } from './zod';

/** Characters as people count them, in the form that is hashed; nothing else is asked of a password here. */
const lengthOf = (password: string) => [...password.normalize('NFKC')].length;
const newPassword = z
  .string()
  .max(1000, 'A password may have at most 200 characters.')
  .refine((password) => lengthOf(password) >= 8, 'A password needs at least 8 characters.')
  .refine((password) => lengthOf(password) <= 200, 'A password may have at most 200 characters.');
const presentPassword = z.string().max(1000);
export const personName = line(100, 'Give your name.');
const newAccount = z.object({ name: personName, email, password: newPassword });
/** The token of an invitation link. */
const invitationToken = z.string().min(1).max(200);

export const createFirstAccountInput = newAccount.extend({
  token: z.string().min(1, 'Paste the token that the terminal shows.').max(200),
  workspaceName,
});
export type CreateFirstAccountInput = z.input<typeof createFirstAccountInput>;

export const signInInput = z.object({ email, password: presentPassword.min(1, 'Give your password.') });
export type SignInInput = z.input<typeof signInInput>;

/** A new account without an invitation, where the server allows it. */
export const signUpInput = newAccount;
export type SignUpInput = z.input<typeof signUpInput>;

/** Joining by an invitation: with a new account, or (when signed in) with the present one. */
export const acceptInvitationInput = z.object({
  token: invitationToken,
  account: newAccount.optional(),
  /** What only the link of the e-mail carries: whoever has it can read the invited address. */
  proof: z.string().max(200).optional(),
});
export type AcceptInvitationInput = z.input<typeof acceptInvitationInput>;

/** Without a present password only for somebody who has none. */
export const changePasswordInput = z.object({ currentPassword: presentPassword.default(''), newPassword });
export type ChangePasswordInput = z.input<typeof changePasswordInput>;

export const askPasswordResetInput = z.object({ email });
export type AskPasswordResetInput = z.input<typeof askPasswordResetInput>;

export const resetPasswordInput = z.object({ token: z.string().min(1).max(200), password: newPassword });
export type ResetPasswordInput = z.input<typeof resetPasswordInput>;

export const askAddressLinkInput = z.object({});
export type AskAddressLinkInput = z.input<typeof askAddressLinkInput>;

/** The token of the link that was sent to the address of the account. */
export const confirmAddressInput = z.object({ token: z.string().min(1).max(200) });
export type ConfirmAddressInput = z.input<typeof confirmAddressInput>;

/** A link that somebody else made, by which this person's password could be set. */
export interface ResetLinkRow {
  id: string;
  by: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
}

export const changeNameInput = z.object({ name: personName });
export type ChangeNameInput = z.input<typeof changeNameInput>;

export const endSessionInput = z.object({ sessionId: id });
export type EndSessionInput = z.input<typeof endSessionInput>;

/** The doors that the settings can open beside the password. */
export const providerId = z.enum(['github', 'oidc']);
export type ProviderId = z.output<typeof providerId>;

/** What the button of a provider says. */
export interface ProviderButton {
  id: ProviderId;
  name: string;
}

/** A sign-in by a provider begins: to go on to `next`, to accept an invitation, or to connect the provider. */
export const startProviderSignInInput = z.object({
  provider: providerId,
  next: z.string().max(2000).optional(),
  invitation: invitationToken.optional(),
  connect: z.boolean().default(false),
});
export type StartProviderSignInInput = z.input<typeof startProviderSignInInput>;

/** `answer` is the query with which the provider sent the browser back. */
export const finishProviderSignInInput = z.object({ provider: providerId, answer: z.string().max(8000) });
export type FinishProviderSignInInput = z.input<typeof finishProviderSignInInput>;

/** `key` is what the provider's accounts are kept under. */
export const disconnectProviderInput = z.object({ key: z.string().min(1).max(300) });
export type DisconnectProviderInput = z.input<typeof disconnectProviderInput>;

/** The signed-in person. */
export interface CurrentUser {
  id: string;
  name: string;
  email: string;
}

/** A provider that a person has connected. */
export interface ConnectedProvider {
  key: string;
  name: string;
  email: string;
  connectedAt: number;
  /** False when the server has it switched off. */
  works: boolean;
  /** Without it nobody could sign in to this account any more. */
  lastWayIn: boolean;
}

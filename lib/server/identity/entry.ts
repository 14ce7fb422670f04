/** Who comes in when a provider vouches for somebody? The rules that no address is taken over by. */

import type { Account, User } from '@/db';

import { Failure } from '../failure';
import type { Identity } from './exchange';
import type { Provider } from './providers';

/** What is known here of whom the provider means. */
export interface Known {
  /** Who has connected this very identity. */
  account: Account | null;
  /** Who has the same address, and what they have connected. */
  namesake: { user: User; accounts: readonly Account[] } | null;
}

export type Entry =
  | { kind: 'known'; userId: string }
  /** The same person beyond doubt: both sides have seen the address verified. */
  | { kind: 'same'; userId: string; email: string }
  | { kind: 'new'; email: string };

/** Says who comes in; throws a failure that says what to do where nobody may. */
export function decideEntry(provider: Provider, identity: Identity, { account, namesake }: Known): Entry {
  if (account) return { kind: 'known', userId: account.userId };
  const email = verifiedEmail(provider, identity);
  if (!namesake) return { kind: 'new', email };
  const { user, accounts } = namesake;
  if (accounts.some((other) => other.provider === provider.key)) throw handedOn(provider, email);
  if (user.emailVerifiedAt === null) throw unproven(provider, email);
  return { kind: 'same', userId: user.id, email };
}

/** Says which address connects the identity to this person; throws a failure where it may not be. */
export function decideConnection(
  provider: Provider,
  identity: Identity,
  user: User,
  { account, mine }: { account: Account | null; mine: readonly Account[] },
): string {
  if (account && account.userId !== user.id) {
    throw new Failure(
      'conflict',
      `This ${provider.name} account is connected to another account here. Sign in with it and disconnect it there first.`,
    );
  }
  const email = verifiedEmail(provider, identity);
  if (email !== user.email) {
    throw new Failure(
      'forbidden',
      `${provider.name} knows you as ${email}, but this account has the address ${user.email}. Only the same address can be connected.`,
    );
  }
  if (mine.some((other) => other.provider === provider.key && other.subject !== identity.subject)) {
    throw new Failure(
      'conflict',
      `Another ${provider.name} account is connected already. Disconnect it first.`,
    );
  }
  return email;
}

function verifiedEmail({ name }: Provider, { email, emailVerified }: Identity): string {
  if (email && emailVerified) return email;
  throw new Failure(
    'forbidden',
    email
      ? `${name} has not verified your address ${email}. Verify it there, then start again.`
      : `${name} did not tell your e-mail address. Add one there and allow it to be shared, then start again.`,
  );
}

/** Another person of the provider has this address now: it may have been given to somebody else. */
function handedOn({ name }: Provider, email: string): Failure {
  return new Failure(
    'forbidden',
    `The account with the address ${email} is connected to another ${name} account. Sign in with that one or with your password, and change it on your account page.`,
  );
}

/** Anybody may have typed this address when the account was made; whoever proves it must not get that account. */
function unproven({ name }: Provider, email: string): Failure {
  return new Failure(
    'forbidden',
    `There is an account with the address ${email}. Sign in with your password and connect ${name} on your account page.`,
  );
}

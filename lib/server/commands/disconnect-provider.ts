/** How does a person stop signing in by a provider? As long as another way in remains. */

import 'server-only';

import { deleteAccount, listAccountsOfUser, lockUser } from '@/db';
import { disconnectProviderInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure, signedOutFailure } from '../failure';
import { listProviders } from '../identity/providers';

export const disconnectProvider = personCommand({
  event: 'user.provider-disconnected',
  input: disconnectProviderInput,
  prepare: async () => listProviders().map((provider) => provider.key),
  async commit(tx, open, { key }, { user: { id: userId }, now }) {
    const user = await lockUser(tx, { userId, now });
    if (!user) throw signedOutFailure();
    const accounts = await listAccountsOfUser(tx, { userId });
    // A provider that is not set up any more lets nobody in.
    const remains = accounts.some(({ provider }) => provider !== key && open.includes(provider));
    if (user.passwordHash === null && !remains) {
      throw new Failure('conflict', 'This is your only way to sign in. Set a password first.');
    }
    if (!(await deleteAccount(tx, { userId, provider: key }))) {
      throw new Failure('not_found', 'This is not connected any more.');
    }
    return { output: { key }, subjectId: userId, details: { provider: key } };
  },
});

/** How does a sign-in by a provider begin? The browser is told where to go, and remembers what it began. */

import 'server-only';

import { startProviderSignInInput } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure, signedOutFailure } from '../failure';
import { authorizationUrl, newChecks } from '../identity/exchange';
import { rememberFlow } from '../identity/flow';
import { getProvider } from '../identity/providers';
import { requirePoint } from '../limits';
import { safePath } from '../safe-path';

export const startProviderSignIn = openCommand({
  guard: 'public',
  event: 'provider.asked',
  input: startProviderSignInInput,
  limit: null,
  async prepare({ provider: id, next, invitation, connect }, { session, address }) {
    await requirePoint('provider-address', address);
    const provider = getProvider(id);
    if (!provider) throw new Failure('not_found', 'This way to sign in is switched off. Reload the page.');
    if (connect && !session) throw signedOutFailure();
    const checks = newChecks();
    const url = await authorizationUrl(provider, checks);
    await rememberFlow({
      ...checks,
      provider: provider.key,
      next: safePath(next),
      invitation: invitation ?? null,
      connects: connect ? (session?.user.id ?? null) : null,
    });
    return { url };
  },
  commit: async (_tx, output) => ({ output, nothingChanged: true }),
});

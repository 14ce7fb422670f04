/** Whose is an address? Theirs who opened the link that was sent to it, signed in to the account that it was sent for. */

import 'server-only';

import { setEmailVerified } from '@/db';
import { confirmAddressInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure } from '../failure';
import { isAddressToken } from '../identity/address-links';

export const confirmAddress = personCommand({
  event: 'user.address-confirmed',
  input: confirmAddressInput,
  prepare: async () => null,
  async commit(tx, _prepared, { token }, { user, now }) {
    if (!isAddressToken(token, user, now)) {
      throw new Failure(
        'not_found',
        'This link does not confirm the address of this account: it is older than a day, or was sent for another account. Ask for a new one on your account page.',
      );
    }
    await setEmailVerified(tx, { userId: user.id, now });
    return { output: { email: user.email }, subjectId: user.id };
  },
});

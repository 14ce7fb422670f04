/** How does somebody confirm an address? They ask for a link to it first. */

import 'server-only';

import { getUser } from '@/db';
import { askAddressLinkInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure } from '../failure';
import { isMailOn } from '../mail';

export const askAddressLink = personCommand({
  event: 'user.address-link-asked',
  input: askAddressLinkInput,
  limit: 'address-mail',
  async prepare(_input, { read, user }) {
    if (!isMailOn()) throw new Failure('conflict', 'This server sends no e-mail.');
    if ((await getUser(read, { userId: user.id }))?.emailVerifiedAt) {
      throw new Failure('conflict', 'Your address is confirmed already. Reload the page.');
    }
    return null;
  },
  commit: async (_tx, _prepared, _input, { user }) => ({ output: { user }, subjectId: user.id }),
});

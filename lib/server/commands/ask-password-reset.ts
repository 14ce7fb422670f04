/** What if somebody forgot the password? A link goes by e-mail to the address, if it is that of an account; the answer is the same. */

import 'server-only';

import { askPasswordResetInput } from '@/lib/contract';

import { openCommand } from '../command';
import { Failure } from '../failure';
import { requirePoint } from '../limits';
import { isMailOn } from '../mail';

/** Looks nobody up: neither what it answers nor how long that takes tells whether there is such an account. */
export const askPasswordReset = openCommand({
  guard: 'public',
  event: 'user.reset-asked',
  input: askPasswordResetInput,
  limit: null,
  async prepare({ email }, { address }) {
    if (!isMailOn()) {
      throw new Failure(
        'conflict',
        'This server sends no e-mail. Ask an owner of your workspace for a link to set a new password.',
      );
    }
    await requirePoint('reset-address', address);
    await requirePoint('reset-email', email);
    return null;
  },
  commit: async (_tx, _prepared, { email }) => ({ output: { email } }),
});

/** When has a person seen enough of a hint? When they say so, or do what it says. */

import 'server-only';

import { addHintSeen } from '@/db';
import { noteHintInput } from '@/lib/contract';

import { personCommand } from '../command';

export const noteHint = personCommand({
  event: 'user.hint-noted',
  input: noteHintInput,
  prepare: async () => null,
  async commit(tx, _prepared, { hint }, { user, now }) {
    await addHintSeen(tx, { userId: user.id, hint, now });
    // Nothing that anybody would look for in the audit.
    return { output: {}, nothingChanged: true };
  },
});

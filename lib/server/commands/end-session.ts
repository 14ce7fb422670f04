/** How does one sign out somewhere else? */

import 'server-only';

import { deleteSessionOfUser } from '@/db';
import { endSessionInput } from '@/lib/contract';

import { personCommand } from '../command';
import { Failure } from '../failure';

export const endSession = personCommand({
  event: 'session.ended',
  input: endSessionInput,
  prepare: async () => null,
  async commit(tx, _prepared, { sessionId }, { user }) {
    if (!(await deleteSessionOfUser(tx, { userId: user.id, sessionId }))) {
      throw new Failure('not_found', 'This device is signed out already.');
    }
    return { output: { sessionId }, subjectId: sessionId, endsAccess: true };
  },
});

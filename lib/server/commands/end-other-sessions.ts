/** How does one sign out everywhere else? */

import 'server-only';

import { z } from 'zod';

import { deleteSessionsOfUser } from '@/db';

import { personCommand } from '../command';

export const endOtherSessions = personCommand({
  event: 'session.others-ended',
  input: z.unknown(),
  prepare: async () => null,
  async commit(tx, _prepared, _input, { user, sessionId }) {
    const ended = await deleteSessionsOfUser(tx, { userId: user.id, exceptId: sessionId });
    return {
      output: { ended },
      subjectId: user.id,
      details: { ended },
      nothingChanged: ended === 0,
      endsAccess: true,
    };
  },
});

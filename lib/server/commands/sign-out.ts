/** How does a sign-in end? Its row goes, and with it every copy of the cookie. */

import 'server-only';

import { z } from 'zod';

import { deleteSession } from '@/db';

import { openCommand } from '../command';

/** Takes whatever it is given, and is content when there is no session any more. */
export const signOut = openCommand({
  guard: 'public',
  event: 'session.ended',
  input: z.unknown(),
  prepare: async (_input, { session }) => session?.id ?? null,
  async commit(tx, sessionId) {
    const output = { signedOut: true as const };
    if (!sessionId) return { output, nothingChanged: true };
    await deleteSession(tx, { sessionId });
    return { output, subjectId: sessionId, endsAccess: true };
  },
});

/** How does a sign-in begin? With a row that says who, from where and until when. */

import 'server-only';

import { createSession, type Tx } from '@/db';

import { SESSION_MS } from '../auth';
import type { OpenContext } from '../command';

/** Signs the person in from where the request came and returns the id of the session; its cookie is made after the commit. */
export async function startSession(
  tx: Tx,
  userId: string,
  { now, address, userAgent }: Pick<OpenContext, 'now' | 'address' | 'userAgent'>,
): Promise<string> {
  const { id } = await createSession(tx, { userId, expiresAt: now + SESSION_MS, address, userAgent, now });
  return id;
}

/** Who is asking? The cookie names a session; its row, looked up on every request, says whether it still holds. */

import 'server-only';

import { headers } from 'next/headers';
import { cache } from 'react';

import { getSession, touchSession } from '@/db';
import type { CurrentUser } from '@/lib/contract';

import { readCookie } from './auth';
import { log } from './log';
import { peerAddress } from './peer';
import { getStore } from './store';

/** How exactly it is known when a session was last in use. */
const SEEN_EVERY_MS = 15 * 60 * 1000;

export interface Session {
  id: string;
  user: CurrentUser;
}

/** Returns the session of this request, or null; one look-up per rendered page. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const claims = await readCookie();
  if (!claims) return null;
  const { read } = await getStore();
  const now = Date.now();
  const row = await getSession(read, { sessionId: claims.sessionId, now });
  if (row?.user.id !== claims.userId) return null;
  if (now - row.lastSeenAt > SEEN_EVERY_MS) noteSeen(row.id, row.expiresAt, now);
  const { id, name, email } = row.user;
  return { id: row.id, user: { id, name, email } };
});

/** Whoever asks need not wait for this, nor hear of its failing. */
function noteSeen(sessionId: string, expiresAt: number, now: number): void {
  getStore()
    .then((store) => store.write((tx) => touchSession(tx, { sessionId, expiresAt, now })))
    .catch((error: unknown) => log.warn({ err: error }, 'session not touched'));
}

export interface Client {
  address: string;
  userAgent: string | null;
}

/** Returns where the request comes from. */
export async function currentClient(): Promise<Client> {
  const all = await headers();
  return { address: peerAddress(all), userAgent: all.get('user-agent')?.slice(0, 300) ?? null };
}

/** Returns the nonce that the page's own scripts and styles carry. */
export async function getNonce(): Promise<string | undefined> {
  return (await headers()).get('x-nonce') ?? undefined;
}

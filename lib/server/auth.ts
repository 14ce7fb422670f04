/** Which session does the browser's cookie name? next-auth seals and opens the cookie; our rows say what it is worth. */

import 'server-only';

import { headers } from 'next/headers';
import NextAuth, { type Session } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';

import { isHttps } from './environment';
import { log } from './log';
import { openedOnce } from './opened-cookies';
import { authSecret, newToken } from './secrets';
import { singleton } from './singleton';

/** How long a sign-in lasts. */
export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;
const TICKET_MS = 60_000;

interface Claims {
  userId: string;
  sessionId: string;
}

interface Ticket extends Claims {
  expiresAt: number;
}

/** Sessions whose rows our command has made and whose cookie next-auth has yet to make. */
const tickets = () => singleton('sign-in-tickets', () => new Map<string, Ticket>());

function issueTicket(claims: Claims): string {
  const open = tickets();
  const now = Date.now();
  for (const [key, { expiresAt }] of open) if (expiresAt < now) open.delete(key);
  const key = newToken();
  open.set(key, { ...claims, expiresAt: now + TICKET_MS });
  return key;
}

function redeemTicket(key: unknown): Claims | null {
  if (typeof key !== 'string') return null;
  const ticket = tickets().get(key);
  tickets().delete(key);
  return ticket && ticket.expiresAt >= Date.now() ? ticket : null;
}

const nextAuth = NextAuth(() => ({
  trustHost: true,
  secret: authSecret(),
  session: { strategy: 'jwt', maxAge: SESSION_MS / 1000 },
  useSecureCookies: isHttps(),
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      // Passwords are checked by our command, behind its limits; what comes here is its one-time ticket.
      credentials: { ticket: {} },
      authorize: ({ ticket }) => {
        const claims = redeemTicket(ticket);
        return claims && { id: claims.userId, sessionId: claims.sessionId };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user && 'sessionId' in user ? { sub: user.id, sessionId: user.sessionId } : token,
    session: ({ session, token }) =>
      ({
        expires: session.expires,
        user: { id: token.sub },
        sessionId: token.sessionId,
      }) as unknown as Session,
  },
  logger: {
    // Anybody can send a cookie that is none; that is not worth a line.
    error: (error) => log[isBadCookie(error) ? 'debug' : 'warn']({ err: error }, 'next-auth'),
    warn: (code) => log.warn({ code }, 'next-auth'),
    debug: () => undefined,
  },
}));

function isBadCookie(error: Error): boolean {
  return 'type' in error && error.type === 'JWTSessionError';
}

/** Returns the claims of the request's cookie, whether or not the session still exists. */
export async function readCookie(): Promise<Claims | null> {
  return openedOnce((await headers()).get('cookie') ?? '', openCookie);
}

async function openCookie(): Promise<Claims | null> {
  const session = (await nextAuth.auth()) as { user?: { id?: unknown }; sessionId?: unknown } | null;
  const userId = session?.user?.id;
  const sessionId = session?.sessionId;
  return typeof userId === 'string' && typeof sessionId === 'string' ? { userId, sessionId } : null;
}

/** Gives the browser the cookie of a session that a command has just made. */
export async function setCookie(claims: Claims): Promise<void> {
  await nextAuth.signIn('credentials', { ticket: issueTicket(claims), redirect: false });
}

/** Takes the session cookie away. */
export async function clearCookie(): Promise<void> {
  await nextAuth.signOut({ redirect: false });
}

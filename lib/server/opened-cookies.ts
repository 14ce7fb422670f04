/** What did this cookie say? To open a sealed one takes milliseconds of the processor, and a page brings the same one with every request. */

import 'server-only';

import { singleton } from './singleton';

/** What it says is worth what the row of its session says, which is looked up each time; this is only how long it need not be opened anew. */
const KEPT_MS = 60_000;
const MOST = 2_000;

const SESSION_COOKIE = /^(?:__Secure-)?authjs\.session-token(?:\.\d+)?=/;

interface Opened {
  claims: unknown;
  until: number;
}

const all = () => singleton('opened-cookies', () => new Map<string, Opened>());

/**
 * Returns what `open` makes of the session in this Cookie header, or made of the very same a moment ago. `open` has to read
 * the same header: not the cookies that an action has set meanwhile. What is no session is opened each time.
 */
export async function openedOnce<Claims>(
  header: string,
  open: () => Promise<Claims | null>,
  now = Date.now(),
): Promise<Claims | null> {
  const sealed = header.split(/;\s*/).filter((cookie) => SESSION_COOKIE.test(cookie));
  if (sealed.length === 0) return open();
  const key = sealed.join('; ');
  const opened = all();
  const known = opened.get(key);
  if (known && known.until > now) return known.claims as Claims;
  opened.delete(key);
  const claims = await open();
  if (claims === null) return null;
  // The one that was opened longest ago goes first.
  for (const oldest of opened.keys()) if (opened.size >= MOST) opened.delete(oldest);
  opened.set(key, { claims, until: now + KEPT_MS });
  return claims;
}

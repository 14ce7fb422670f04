/** Which sign-in did this browser begin? A sealed cookie, taken away when it is read, knows. */

import 'server-only';

import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';

import { isHttps } from '../environment';
import { authSecret } from '../secrets';

const LIFETIME_S = 10 * 60;
const SALT = 'muster sign-in under way';
const cookieName = () => (isHttps() ? '__Host-muster.signing-in' : 'muster.signing-in');

const flow = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** Where to go afterwards: a path of this site. */
  next: z.string(),
  /** The token of the invitation that is accepted by this. */
  invitation: z.string().nullable(),
  /** Who connects the provider on the account page; null for a sign-in. */
  connects: z.string().nullable(),
});
export type Flow = z.output<typeof flow>;

/** Lets the browser remember what it begins. */
export async function rememberFlow(begun: Flow): Promise<void> {
  const sealed = await encode<Flow>({ token: begun, secret: authSecret(), salt: SALT, maxAge: LIFETIME_S });
  await setFlowCookie(sealed, LIFETIME_S);
}

/** Also to take it away: browsers ignore whatever names a `__Host-` cookie without its attributes. */
async function setFlowCookie(value: string, maxAge: number): Promise<void> {
  const attributes = { httpOnly: true, path: '/', sameSite: 'strict', secure: isHttps() } as const;
  (await cookies()).set(cookieName(), value, { ...attributes, maxAge });
}

/** Returns what the browser began, once; null when that is nothing, or too long ago. */
export async function takeFlow(): Promise<Flow | null> {
  const sealed = (await cookies()).get(cookieName())?.value;
  if (!sealed) return null;
  await setFlowCookie('', 0);
  const opened = await decode({ token: sealed, secret: authSecret(), salt: SALT }).catch(() => null);
  return flow.safeParse(opened).data ?? null;
}

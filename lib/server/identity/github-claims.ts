/** Whom does GitHub mean by a token? It has no ID token; its API says. */

import { z } from 'zod';

import type { Provider } from './providers';

/** What a provider says of a person. */
export interface Claims {
  /** What the provider calls the person; an address may change hands, this does not. */
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

const profile = z.object({ id: z.number().int(), name: z.string().nullish(), login: z.string() });
const addresses = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** Returns whom the token stands for, with the primary address. */
export async function readGitHubClaims(
  { issuer }: Provider,
  token: string,
  get: (url: string, headers: Record<string, string>) => Promise<unknown>,
): Promise<Claims> {
  // GitHub Enterprise Server has its API beside its pages.
  const api = issuer.origin === 'https://github.com' ? 'https://api.github.com' : `${issuer.origin}/api/v3`;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'muster',
  };
  const { id, name, login } = profile.parse(await get(`${api}/user`, headers));
  const primary = addresses.parse(await get(`${api}/user/emails`, headers)).find((each) => each.primary);
  return {
    subject: String(id),
    email: primary?.email ?? null,
    emailVerified: primary?.verified ?? false,
    name: name || login,
  };
}

/** By which other doors may people sign in? Those whose variables are set. */

import type { ProviderId } from '@/lib/contract';

import { publicUrl } from '../environment';

export interface Provider {
  id: ProviderId;
  /** What the button says. */
  name: string;
  /** What accounts are kept under. Of an OpenID provider its issuer: a subject means nothing elsewhere. */
  key: string;
  issuer: URL;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** An address counts as verified although the provider does not say so. It may still say that it is not. */
  vouches: boolean;
}

const GITHUB = 'https://github.com';
const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/** Returns the providers that are set up, in the order of their buttons. */
export function listProviders(): Provider[] {
  return [readGitHub(), readOpenId()].filter((provider) => provider !== null);
}

/** Returns the provider of this id; null when it is not set up. */
export function getProvider(id: ProviderId): Provider | null {
  return listProviders().find((provider) => provider.id === id) ?? null;
}

/** Returns where the provider sends people back to. MUSTER_URL decides, never what a request says. */
export function callbackUrl(provider: Provider): string {
  return `${publicUrl()}/sign-in/${provider.id}`;
}

function readGitHub(): Provider | null {
  const set = readClient('AUTH_GITHUB_ID', 'AUTH_GITHUB_SECRET');
  if (!set) return null;
  const issuer = readAddress('AUTH_GITHUB_URL', variable('AUTH_GITHUB_URL') || GITHUB);
  return {
    ...set,
    id: 'github',
    name: 'GitHub',
    key: issuer.origin === GITHUB ? 'github' : issuer.origin,
    issuer,
    scope: 'read:user user:email',
    vouches: false,
  };
}

function readOpenId(): Provider | null {
  const set = readClient('AUTH_OIDC_ID', 'AUTH_OIDC_SECRET', 'AUTH_OIDC_ISSUER');
  if (!set) return null;
  const issuer = readAddress('AUTH_OIDC_ISSUER', variable('AUTH_OIDC_ISSUER'));
  return {
    ...set,
    id: 'oidc',
    name: variable('AUTH_OIDC_NAME') || issuer.host,
    key: issuer.href,
    issuer,
    scope: withOpenId(variable('AUTH_OIDC_SCOPES') || 'openid email profile'),
    vouches: variable('AUTH_OIDC_TRUST_EMAIL') === 'true',
  };
}

function variable(name: string): string {
  return process.env[name]?.trim() ?? '';
}

function withOpenId(scopes: string): string {
  const asked = scopes.split(/[\s,]+/).filter(Boolean);
  return [...new Set(['openid', ...asked])].join(' ');
}

/** All of the variables, or none: half of a set-up is a mistake that somebody has to hear of. */
function readClient(id: string, secret: string, ...more: string[]) {
  const names = [id, secret, ...more];
  const missing = names.filter((name) => !variable(name));
  if (missing.length === names.length) return null;
  if (missing.length > 0) {
    throw new Error(`${missing.join(' and ')} not set. Set ${names.join(', ')}, or none of them.`);
  }
  return { clientId: variable(id), clientSecret: variable(secret) };
}

function readAddress(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !safe || url.search || url.hash) {
    throw new Error(`${name} is "${value}"; give an address that begins with https://, without ? and #.`);
  }
  return url;
}

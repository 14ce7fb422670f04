/** Whom does a provider vouch for? The OAuth dialogue with it, every answer checked, signatures too. */

import 'server-only';

import * as oauth from 'oauth4webapi';

import { Failure } from '../failure';
import { log } from '../log';
import { singleton } from '../singleton';
import { type Claims, readGitHubClaims } from './github-claims';
import { callbackUrl, type Provider } from './providers';

const TIMEOUT_MS = 10_000;
/** How long a provider's description of itself is believed. */
const DISCOVERED_MS = 60 * 60 * 1000;

/** What only this browser and this server know of a sign-in that is under way. */
export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider means. */
export interface Identity extends Claims {
  /** The key of the provider. */
  provider: string;
}

export function newChecks(): Checks {
  return {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
}

/** Returns the page of the provider that asks the person, and then sends them back. */
export async function authorizationUrl(provider: Provider, checks: Checks): Promise<string> {
  const server = await orFailure(provider, () => serverOf(provider));
  const url = new URL(server.authorization_endpoint ?? '');
  const parameters = {
    client_id: provider.clientId,
    redirect_uri: callbackUrl(provider),
    response_type: 'code',
    scope: provider.scope,
    state: checks.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(provider.id === 'oidc' && { nonce: checks.nonce }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.toString();
}

/** Returns whom the provider's answer means; throws a failure when it is refused or not to be trusted. */
export async function identify(
  provider: Provider,
  answer: URLSearchParams,
  checks: Checks,
): Promise<Identity> {
  return orFailure(provider, async () => {
    const server = await serverOf(provider);
    const client = { client_id: provider.clientId };
    const parameters = oauth.validateAuthResponse(server, client, answer, checks.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication(server, provider),
      parameters,
      callbackUrl(provider),
      checks.verifier,
      http(provider),
    );
    const claims =
      provider.id === 'github'
        ? await readGitHubClaims(provider, await tokenOf(server, client, response), fetchFrom)
        : await readOpenIdClaims(provider, server, response, checks.nonce);
    return { provider: provider.key, ...claims };
  });
}

async function tokenOf(server: oauth.AuthorizationServer, client: oauth.Client, response: Response) {
  return (await oauth.processAuthorizationCodeResponse(server, client, response)).access_token;
}

async function readOpenIdClaims(
  provider: Provider,
  server: oauth.AuthorizationServer,
  response: Response,
  expectedNonce: string,
): Promise<Claims> {
  const client = { client_id: provider.clientId };
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(server, response, http(provider));
  const token = oauth.getValidatedIdTokenClaims(tokens);
  // The library takes an empty subject for one, and everybody without would be the same person.
  if (!token?.sub) throw new Error('the ID token names nobody');
  // Some providers keep the address out of the token and tell it only when asked.
  const told =
    token.email === undefined && server.userinfo_endpoint
      ? await oauth.processUserInfoResponse(
          server,
          client,
          token.sub,
          await oauth.userInfoRequest(server, client, tokens.access_token, http(provider)),
        )
      : {};
  const all: Record<string, unknown> = { ...told, ...token };
  return {
    subject: token.sub,
    email: typeof all.email === 'string' ? all.email : null,
    emailVerified: isVerified(all, provider.vouches),
    name: typeof all.name === 'string' ? all.name : null,
  };
}

/** `xms_edov` is Microsoft's name for it. */
function isVerified({ email_verified, xms_edov }: Record<string, unknown>, vouches: boolean): boolean {
  const said = email_verified ?? xms_edov;
  return said === undefined ? vouches : [true, 'true', 1, '1'].includes(said as never);
}

const discovered = () => singleton('oidc-servers', () => new Map<string, Discovered>());
interface Discovered {
  at: number;
  server: Promise<oauth.AuthorizationServer>;
}

/** Returns what the provider says of itself; a failed question is asked again by the next. */
function serverOf(provider: Provider): Promise<oauth.AuthorizationServer> {
  if (provider.id === 'github') return Promise.resolve(gitHubServer(provider.issuer.origin));
  const all = discovered();
  const known = all.get(provider.key);
  if (known && Date.now() - known.at < DISCOVERED_MS) return known.server;
  const server = discover(provider);
  all.set(provider.key, { at: Date.now(), server });
  server.catch(() => all.delete(provider.key));
  return server;
}

async function discover(provider: Provider): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(provider.issuer, http(provider));
  const server = await oauth.processDiscoveryResponse(provider.issuer, response);
  for (const needed of ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const) {
    if (!server[needed]) throw new Error(`the provider has no ${needed}`);
  }
  return server;
}

/** GitHub describes itself nowhere. */
function gitHubServer(origin: string): oauth.AuthorizationServer {
  return {
    issuer: `${origin}/login/oauth`,
    authorization_endpoint: `${origin}/login/oauth/authorize`,
    token_endpoint: `${origin}/login/oauth/access_token`,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
}

function authentication(server: oauth.AuthorizationServer, { clientSecret }: Provider): oauth.ClientAuth {
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_basic')
    ? oauth.ClientSecretBasic(clientSecret)
    : oauth.ClientSecretPost(clientSecret);
}

function http({ issuer }: Provider) {
  return {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    // The settings allow http only for this machine itself.
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
  };
}

async function fetchFrom(url: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** Runs one step of the dialogue; whatever goes wrong is told in words, and its cause to the log. */
async function orFailure<T>(provider: Provider, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied') {
      throw new Failure('forbidden', `${provider.name} says that you did not agree. Nothing was changed.`);
    }
    const { name, message, code } = error as Error & { code?: unknown };
    // The cause may hold tokens: it is not logged.
    log.warn({ provider: provider.id, name, code, message }, 'sign-in by a provider failed');
    throw isUnreachable(error) ? unreachable(provider) : distrusted(provider);
  }
}

/** `fetch` says TypeError for every failed connection, and the library for a setting that is wrong. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed');
}

function unreachable({ name }: Provider): Failure {
  return new Failure(
    'unavailable',
    `${name} cannot be reached at the moment. Try again in a minute, or sign in with your password.`,
  );
}

function distrusted({ name }: Provider): Failure {
  return new Failure(
    'forbidden',
    `The answer of ${name} could not be trusted, so nobody was signed in. Start again. If this stays, tell whoever runs this server: its log has the cause.`,
  );
}

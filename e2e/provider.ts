/** Who vouches for people in the tests? A small OpenID provider, and a small GitHub, that can also be told to lie. */

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { id: 'muster', secret: 'a secret of +& letters' };

export interface Someone {
  subject: string;
  name?: string;
  email?: string;
  verified?: boolean;
}

/** What the provider gets wrong. */
export interface Lies {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signs with a key that it does not publish, or not at all. */
  signature?: 'foreign' | 'none';
  /** What the description of itself says otherwise. */
  discovery?: Record<string, unknown>;
  /** Answers every request for a token with this status. */
  tokenStatus?: number;
  /** Keeps the address out of the ID token, as some do. */
  thinToken?: boolean;
}

export interface TestProvider {
  /** Its address, as the settings give it; for GitHub too. */
  url: string;
  /** Who is signed in there. */
  person: Someone;
  lies: Lies;
  /** Agrees, as a person would on its page, and returns the query with which the browser is sent back. */
  agree: (authorizationUrl: string) => Promise<string>;
  stop: () => Promise<void>;
}

interface Grant {
  person: Someone;
  redirectUri: string;
  challenge: string;
  nonce: string | null;
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function startProvider(): Promise<TestProvider> {
  const published = keys();
  const foreign = keys();
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, Someone>();
  const state: Pick<TestProvider, 'url' | 'person' | 'lies'> = {
    url: '',
    person: { subject: 'nobody' },
    lies: {},
  };

  type Route = (url: URL, request: IncomingMessage, response: ServerResponse) => unknown;
  const bearer = (request: IncomingMessage) => tokens.get(request.headers.authorization?.slice(7) ?? '');
  const askConsent: Route = (url, _request, response) => {
    if (url.searchParams.get('client_id') !== CLIENT.id) return send(response, 400, { error: 'client' });
    const answer = url.searchParams.get('answer');
    if (!answer) return sendConsentPage(response, url, state.person);
    const back = new URL(url.searchParams.get('redirect_uri') ?? '');
    if (answer === 'no') back.searchParams.set('error', 'access_denied');
    else back.searchParams.set('code', remember(codes, url, state.person));
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.writeHead(302, { location: back.toString() }).end();
  };
  const giveToken: Route = async (_url, request, response) => {
    if (state.lies.tokenStatus) return send(response, state.lies.tokenStatus, { error: 'server_error' });
    const body = new URLSearchParams(await readText(request));
    const grant = redeem(codes, body, request.headers.authorization);
    if (!grant) return send(response, 400, { error: 'invalid_grant' });
    const token = newSecret();
    tokens.set(token, grant.person);
    const key = state.lies.signature === 'foreign' ? foreign.privateKey : published.privateKey;
    const idToken = grant.nonce === null ? {} : { id_token: tokenFor(grant, state, key) };
    send(response, 200, { access_token: token, token_type: 'bearer', expires_in: 300, ...idToken });
  };
  const routes: Record<string, Route> = {
    '/.well-known/openid-configuration': (_url, _request, response) =>
      send(response, 200, { ...describe(state.url), ...state.lies.discovery }),
    '/jwks': (_url, _request, response) => {
      const key = { ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
      send(response, 200, { keys: [key] });
    },
    '/authorize': askConsent,
    '/token': giveToken,
    '/userinfo': (_url, request, response) => {
      const person = bearer(request);
      send(response, person ? 200 : 401, person ? claimsOf(person) : {});
    },
    '/login/oauth/authorize': askConsent,
    '/login/oauth/access_token': giveToken,
    '/api/v3/user': (_url, request, response) => {
      const person = bearer(request);
      send(response, person ? 200 : 401, {
        id: Number(person?.subject),
        login: 'octo',
        name: person?.name ?? null,
      });
    },
    '/api/v3/user/emails': (_url, request, response) => {
      const { email, verified = false } = bearer(request) ?? {};
      const other = { email: 'other@example.org', primary: false, verified: true };
      send(response, 200, email ? [other, { email, primary: true, verified }] : [other]);
    },
  };

  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', state.url);
    const route = routes[url.pathname];
    if (route) void route(url, request, response);
    else send(response, 404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    agree: async (authorizationUrl: string) => {
      const response = await fetch(`${authorizationUrl}&answer=yes`, { redirect: 'manual' });
      return new URL(response.headers.get('location') ?? '').search.slice(1);
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

const newSecret = () => randomBytes(16).toString('hex');

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function remember(codes: Map<string, Grant>, { searchParams }: URL, person: Someone): string {
  const code = newSecret();
  codes.set(code, {
    person: { ...person },
    redirectUri: searchParams.get('redirect_uri') ?? '',
    challenge: searchParams.get('code_challenge') ?? 'missing',
    nonce: searchParams.get('nonce'),
  });
  return code;
}

/** A code works once, for the client that asked, where it asked, and who knows the secret behind the challenge. */
function redeem(codes: Map<string, Grant>, body: URLSearchParams, authorization = ''): Grant | null {
  const code = body.get('code') ?? '';
  const grant = codes.get(code);
  codes.delete(code);
  const basic = `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret).replaceAll('%20', '+')}`).toString('base64')}`;
  const known = authorization === basic || body.get('client_secret') === CLIENT.secret;
  const challenge = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  if (!grant || !known || challenge !== grant.challenge) return null;
  return body.get('redirect_uri') === grant.redirectUri ? grant : null;
}

function claimsOf({ subject, name, email, verified }: Someone) {
  return { sub: subject, name, email, email_verified: verified };
}

function tokenFor(grant: Grant, { url, lies }: Pick<TestProvider, 'url' | 'lies'>, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const { sub, ...more } = claimsOf(grant.person);
  const claims = {
    ...(lies.thinToken ? { sub } : { sub, ...more }),
    iss: url,
    aud: CLIENT.id,
    iat: now,
    exp: now + 300,
    nonce: grant.nonce,
    ...lies.claims,
  };
  const unsigned = lies.signature === 'none';
  const header = { alg: unsigned ? 'none' : 'RS256', kid: 'one', ...lies.header };
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${unsigned ? '' : sign('RSA-SHA256', new TextEncoder().encode(text), key).toString('base64url')}`;
}

function sendConsentPage(response: ServerResponse, url: URL, { name, email }: Someone): void {
  const link = (answer: string, words: string) =>
    `<a href="${url.pathname}${url.search.replaceAll('&', '&amp;')}&amp;answer=${answer}">${words}</a>`;
  response
    .writeHead(200, { 'content-type': 'text/html' })
    .end(
      `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Provider</title><main><h1>${name} ${email}</h1>${link('yes', 'Agree')} ${link('no', 'Cancel')}</main></html>`,
    );
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

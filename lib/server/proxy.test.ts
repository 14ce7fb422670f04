import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';

import { config, proxy } from '@/proxy';

const ask = (
  path: string,
  init: { cookie?: string; method?: string; headers?: Record<string, string> } = {},
) =>
  proxy(
    new NextRequest(`http://localhost:3000${path}`, {
      method: init.method ?? 'GET',
      headers: { ...init.headers, ...(init.cookie && { cookie: init.cookie }) },
    }),
  );

describe('proxy', () => {
  it('sends strangers to the sign-in, with the way back', () => {
    const { headers, status } = ask('/w/team/agents?q=a%20b');
    expect(status).toBe(307);
    expect(headers.get('location')).toBe(
      'http://localhost:3000/sign-in?next=%2Fw%2Fteam%2Fagents%3Fq%3Da%2520b',
    );
    expect(ask('/account').status).toBe(307);
  });

  it.each(['/sign-in', '/setup?token=x', '/join/x', '/', '/accounting', '/wide'])(
    'lets strangers see %s',
    (path) => {
      expect(ask(path).headers.get('location')).toBeNull();
    },
  );

  it('lets through whoever brings a cookie: the page itself looks at what it is worth', () => {
    for (const name of ['authjs.session-token', '__Secure-authjs.session-token', 'authjs.session-token.0']) {
      expect(ask('/w/team/agents', { cookie: `${name}=anything` }).headers.get('location')).toBeNull();
    }
    expect(ask('/w/team/agents', { cookie: 'not-authjs.session-token=x' }).status).toBe(307);
  });

  it('does not redirect what was sent to change something: its action says no', () => {
    expect(ask('/w/team/agents', { method: 'POST' }).headers.get('location')).toBeNull();
  });

  it('allows scripts by a nonce that is never the same, and nothing inline or evaluated', () => {
    const policies = [ask('/sign-in'), ask('/sign-in')].map(
      ({ headers }) => headers.get('content-security-policy') ?? '',
    );
    const nonces = policies.map((policy) => /script-src 'nonce-([A-Za-z0-9+/]{22}==)'/.exec(policy)?.[1]);
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const policy of policies) {
      expect(policy).not.toContain('unsafe-eval');
      expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
      expect(policy).toContain("frame-ancestors 'none'");
    }
  });

  it('overwrites the nonce and the path that a client may claim', () => {
    const response = ask('/sign-in', { headers: { 'x-nonce': 'mine', 'x-muster-path': '//evil.example' } });
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
    expect(response.headers.get('x-middleware-request-x-muster-path')).toBe('/sign-in');
  });

  it('sees every address that can answer with a page, also one that is not there', () => {
    const matches = (path: string) => config.matcher.some((source) => new RegExp(`^${source}$`).test(path));
    for (const path of ['/', '/w/team/agents', '/none', '/favicon.ico', '/favicon.icons', '/_next/image']) {
      expect(matches(path), path).toBe(true);
    }
    expect(matches('/api/w/team/agents')).toBe(false);
    expect(matches('/_next/static/chunks/main.js')).toBe(false);
  });
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import nextConfig from '@/next.config';

import { SECURITY_HEADERS } from './answer-headers';
import { hookRequests } from './requests';

afterEach(() => vi.unstubAllEnvs());

let server: http.Server;
beforeAll(async () => {
  server = http.createServer((request, response) => response.end(request.url));
  hookRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function ask(path: string, method = 'GET', headers: http.OutgoingHttpHeaders = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      http
        .request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
          let text = '';
          response
            .on('data', (chunk) => (text += chunk))
            .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        })
        .on('error', reject)
        .end();
    },
  );
}

describe('the headers of every answer', () => {
  it.each(['/', '/none', '/api/w/team/agents', '/_next/static/main.js', '//evil.example', '/%E0', '*'])(
    'are on that of %s',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
        expect(headers[name.toLowerCase()]).toBe(value);
      }
      expect(headers['content-security-policy']).toMatch(
        /^default-src '(?:none|self)'; frame-ancestors 'none'/,
      );
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['cache-control']).toBe(path.startsWith('/_next/') ? undefined : 'private, no-store');
    },
  );

  it('hold browsers to https where people come by https', async () => {
    vi.stubEnv('MUSTER_URL', 'https://muster.example.org');
    expect((await ask('/')).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('are those of Next’s own configuration, for what it answers before this process is ready', async () => {
    const [everywhere] = (await nextConfig.headers?.()) ?? [];
    const configured = everywhere?.headers.map(({ key, value }) => [key, value]) ?? [];
    expect(Object.fromEntries(configured)).toEqual(SECURITY_HEADERS);
  });
});

describe('a request that Next fails on', () => {
  it.each([
    ['/w/%E0/agents?q=%E0', '/w/%25E0/agents?q=%E0'],
    ['/100%', '/100%25'],
    ['/a%20b', '/a%20b'],
    ['/%E2%82%AC', '/%E2%82%AC'],
  ])('has no malformed path: %s', async (path, seen) => {
    expect((await ask(path)).text).toBe(seen);
  });

  it.each([
    ['*', 'GET', 400],
    ['*', 'OPTIONS', 204],
    ['/_next/static/main.js', 'POST', 405],
    ['/_next/static/main.js', 'OPTIONS', 405],
    ['/_next/static/main.js', 'HEAD', 200],
  ])('of %s by %s is answered with %i, where Next would fail', async (path, method, status) => {
    const answer = await ask(path, method);
    expect(answer.status).toBe(status);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['http://evil.example/w/team', '/w/team'],
    ['HTTPS://evil.example', '/'],
    ['http://evil.example?a=b', '/?a=b'],
    ['/http://evil.example/', '/http://evil.example/'],
  ])('for %s is asked as %s, whichever server it names', async (target, path) => {
    expect((await ask(target)).text).toBe(path);
  });

  it('for a page with more than an action takes is refused in words, and one for a route is not', async () => {
    const headers = { 'content-length': 9 * 1024 * 1024 };
    const answer = await ask('/w/team/agents', 'POST', headers);
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('at most 1 MiB')]);
    expect((await ask('/api/w/team/import', 'HEAD', headers)).status).toBe(200);
  });

  it('is told when its method is none', async () => {
    for (const method of ['TRACE', 'PROPFIND']) {
      const { status, headers } = await ask('/', method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS']);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('is refused when a page of another site sends an action', async () => {
    const { port } = server.address() as AddressInfo;
    const post = async (path: string, origin?: string) =>
      (await ask(path, 'POST', origin === undefined ? {} : { origin })).status;
    for (const origin of ['https://evil.example', 'null', ''])
      expect(await post('/sign-in', origin)).toBe(403);
    expect(await post('/sign-in', `http://127.0.0.1:${port}`)).toBe(200);
    // Refused further in, where it is audited.
    expect(await post('/sign-in')).toBe(200);
    expect(await post('/api/w/team/import', 'https://evil.example')).toBe(200);
  });
});

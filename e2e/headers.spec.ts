/** Does every answer of the real server carry what keeps a browser safe, whoever makes it? */

import http from 'node:http';

import { QUERY_DOCTOR } from './agents';
import { importQuietly } from './steps';
import { expect, test } from './story';

interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

/** Asks without a browser, which would mend the address. */
function ask(base: string, path: string, { method = 'GET', headers = {} } = {}): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    http
      .request({ hostname, port, path, method, headers }, (response) => {
        let text = '';
        response
          .setEncoding('utf8')
          .on('data', (chunk) => {
            text += chunk;
          })
          .on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      })
      .on('error', reject)
      .end();
  });
}

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
  'content-security-policy': /frame-ancestors 'none'/,
};

test('pages, routes, files, redirects and refusals', async ({ owner, workspace, server }) => {
  const [id = ''] = await importQuietly(owner, workspace, [{ fileName: 'a.md', text: QUERY_DOCTOR }]);
  const cookie = (await owner.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const script = /\/_next\/static\/[^"]+\.js/.exec((await ask(server.url, '/sign-in')).text)?.[0] ?? '';
  const mine = { headers: { cookie } };
  const kinds: [string, number, object?][] = [
    ['/', 307],
    ['/sign-in', 200],
    ['/sign-in/', 308],
    ['/sign-in/github', 404],
    ['/sign-up', 404],
    ['/join/unknown', 200],
    ['/no-such-page', 404],
    [`${workspace}/agents`, 307],
    [`${workspace}/agents`, 200, mine],
    [`${workspace}/agents/${id}`, 200, mine],
    ['/account', 200, mine],
    ['/w/foreign/agents', 404, mine],
    [`/api${workspace}/agents`, 200, mine],
    [`/api${workspace}/agents`, 401],
    ['/api/w/foreign/agents', 404, mine],
    [`/api${workspace}/agents/${id}/download`, 200, mine],
    [`/api${workspace}/agents`, 405, { ...mine, method: 'DELETE' }],
    [`/api${workspace}/import?name=b.md`, 403, { ...mine, method: 'POST' }],
    ['/api/no-such-route', 404],
    [script, 200],
    ['/_next/static/none.js', 404],
    ['/icon.svg', 200],
    ['//evil.example', 308],
    ['/%E0', 404],
    ['/w/%E0/agents', 404, mine],
    ['/api/w/%E0/agents', 404, mine],
    ['/100%', 404],
    ['/sign-in', 405, { method: 'TRACE' }],
    ['/sign-in', 400, { method: 'POST', headers: { 'next-action': 'none', origin: server.url } }],
    ['/sign-in', 403, { method: 'POST', headers: { 'next-action': 'none', origin: 'https://evil.example' } }],
  ];
  for (const [path, status, options] of kinds) {
    const answer = await ask(server.url, path, options);
    const what = `${path} ${JSON.stringify(options ?? {}).slice(0, 40)}`;
    expect(answer.status, what).toBe(status);
    for (const [name, value] of Object.entries(EVERYWHERE)) {
      expect(answer.headers[name], `${what}: ${name}`).toMatch(value);
    }
    const policy = String(answer.headers['content-security-policy']);
    expect(policy, what).toMatch(/^default-src '(?:none|self)'/);
    expect(policy.replace("style-src-attr 'unsafe-inline'", ''), what).not.toContain('unsafe');
    expect(
      answer.headers['strict-transport-security'],
      'this server is not reached by https',
    ).toBeUndefined();
    expect(answer.headers['x-powered-by']).toBeUndefined();
    const kept = path.startsWith('/_next/static/') && status === 200;
    expect(answer.headers['cache-control'], what).toMatch(kept ? /immutable/ : /no-store/);
  }
});

test('a page runs no script but its own, and a mutation needs a page of ours', async ({
  server,
  owner,
  workspace,
}) => {
  const first = await ask(server.url, '/sign-in');
  const nonce = /'nonce-([^']+)'/.exec(String(first.headers['content-security-policy']))?.[1] ?? 'none';
  const scripts = first.text.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(first.text).not.toMatch(/\son\w+="/);
  const second = await ask(server.url, '/sign-in');
  expect(String(second.headers['content-security-policy'])).not.toContain(nonce);

  const cookie = (await owner.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const origin of ['https://evil.example', 'null', '']) {
    const headers = { cookie, ...(origin && { origin }) };
    const answer = await ask(server.url, `/api${workspace}/import?name=b.md`, { method: 'POST', headers });
    expect(answer.status, origin).toBe(403);
  }
  const forged = { 'x-forwarded-host': 'evil.example', origin: 'https://evil.example', cookie };
  const answer = await ask(server.url, `/api${workspace}/import?name=b.md`, {
    method: 'POST',
    headers: forged,
  });
  expect(answer.status, 'a forwarded host that nobody vouches for').toBe(403);
});

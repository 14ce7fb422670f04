import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { peerAddress } from './peer';
import { currentRequestId } from './request-context';
import { type Answered, hookRequests, isDraining, stopListening, whenIdle } from './requests';
import { forgetSingleton } from './singleton';

let server: http.Server;
let port: number;
let handle: (request: IncomingMessage, response: ServerResponse) => void;
let answered: Answered[];

beforeEach(async () => {
  answered = [];
  // Made before the hook, as Next's is.
  server = http.createServer((request, response) => handle(request, response));
  forgetSingleton('traffic');
  hookRequests((answer) => answered.push(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  forgetSingleton('traffic');
});

interface Got {
  status: number | undefined;
  headers: http.IncomingHttpHeaders;
  body: string;
}

function get(options: http.RequestOptions = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port, host: '127.0.0.1', ...options }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      response.on('error', reject);
    });
    request.on('error', reject).end();
  });
}

describe('a request', () => {
  const asked = (id: string, options: http.RequestOptions = {}) =>
    get({ ...options, headers: { ...options.headers, 'x-request-id': id } });
  const tellId = () => {
    handle = async (request, response) => {
      await new Promise((resolve) => setImmediate(resolve));
      response.end(`${request.headers['x-request-id']} ${currentRequestId()}`);
    };
  };

  it('gets an id of our own, which is the same in its headers, its code and its answer', async () => {
    tellId();
    const { headers, body } = await asked('chosen-by-a-stranger');
    const id = headers['x-request-id'];
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(body).toBe(`${id} ${id}`);
  });

  it('keeps the id of a trusted proxy, if it is one', async () => {
    vi.stubEnv('MUSTER_TRUST_PROXY', '1');
    tellId();
    expect((await asked('01J-proxy.7')).headers['x-request-id']).toBe('01J-proxy.7');
    for (const bad of ['with space', '"quoted"', 'é', 'x'.repeat(200)]) {
      expect((await asked(bad)).headers['x-request-id']).toMatch(/^[0-9a-f]{12}$/);
    }
  });

  it('that the server makes to itself on behalf of a client is the client’s, and told of once', async () => {
    handle = async (request, response) => {
      if (request.url === '/inner') return response.end(String(request.headers['x-request-id']));
      const inner = await get({ path: '/inner', headers: request.headers as http.OutgoingHttpHeaders });
      response.end(inner.body);
    };
    const { headers, body } = await get({ path: '/outer?token=hush' });
    expect(body).toBe(headers['x-request-id']);
    await whenIdle();
    expect(answered).toMatchObject([{ path: '/outer', status: 200, whole: true, method: 'GET' }]);
    expect(answered[0]?.id).toBe(body);
  });

  it('that is broken off is told of as such', async () => {
    handle = (request, response) => {
      response.write('x');
      setTimeout(() => request.destroy(), 5);
    };
    await expect(get()).rejects.toThrow();
    await whenIdle();
    expect(answered).toMatchObject([{ whole: false }]);
  });

  it('that asks for another protocol is answered in this one, and its connection does not stay', async () => {
    handle = (_, response) => response.end('as ever');
    server.on('upgrade', () => undefined);
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    expect(await get({ headers })).toMatchObject({ status: 200, body: 'as ever' });
  });

  it('still has the address of its socket', async () => {
    handle = (request, response) =>
      response.end(peerAddress(new Headers(request.headers as Record<string, string>)));
    expect((await get({ headers: { 'x-forwarded-for': '203.0.113.9' } })).body).toBe('127.0.0.1');
  });
});

describe('stopping', () => {
  it('finishes what is under way, answers on kept connections once more, and takes no new ones', async () => {
    let finish = () => undefined as unknown;
    const seen: (string | undefined)[] = [];
    handle = (request, response) => {
      seen.push(request.url);
      if (request.url === '/slow') finish = () => response.end('whole');
      else response.end('quick');
    };
    const agents = [new http.Agent({ keepAlive: true }), new http.Agent({ keepAlive: true })];
    const [first, second] = agents;
    expect((await get({ agent: second, path: '/before' })).headers.connection).toBe('keep-alive');
    const slow = get({ agent: first, path: '/slow' });
    await vi.waitFor(() => expect(seen).toContain('/slow'));

    const stopping = stopListening();
    expect(isDraining()).toBe(true);
    const late = await get({ agent: second, path: '/late' });
    expect(late).toMatchObject({ body: 'quick', headers: { connection: 'close' } });
    await expect(get({ agent: false })).rejects.toThrow(/ECONNREFUSED/);
    await stopping;
    let idle = false;
    const waiting = whenIdle().then(() => {
      idle = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(idle).toBe(false);
    finish();
    expect(await slow).toMatchObject({ status: 200, body: 'whole', headers: { connection: 'close' } });
    await waiting;
    for (const agent of agents) agent.destroy();
  });
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { clientAddress, peerAddress } from './peer';
import { hookRequests, whenIdle } from './requests';

afterEach(() => vi.unstubAllEnvs());

/** Asks a server that was made before the stamping, as Next's is, what it knows of this request. */
async function seenBy(headers: Record<string, string>) {
  const server = http.createServer((request, response) => {
    const all = new Headers(request.headers as Record<string, string>);
    response.end(JSON.stringify({ address: peerAddress(all), headers: request.headers }));
  });
  hookRequests();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const text = await new Promise<string>((resolve, reject) => {
      http
        .get({ port, host: '127.0.0.1', headers }, (response) => {
          let body = '';
          response.on('data', (chunk) => (body += chunk)).on('end', () => resolve(body));
        })
        .on('error', reject);
    });
    return JSON.parse(text) as { address: string; headers: Record<string, string> };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('the address of a request', () => {
  it('is the socket’s, whatever the client claims', async () => {
    const { address, headers } = await seenBy({
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'for=203.0.113.9',
      'x-muster-peer': 'guess 203.0.113.9',
    });
    expect(address).toBe('127.0.0.1');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers['x-forwarded-host']).toBeUndefined();
    expect(headers['x-forwarded-proto']).toBeUndefined();
    expect(headers.forwarded).toBeUndefined();
  });

  it('is what the nearest trusted proxy saw, not what the client told that proxy', async () => {
    vi.stubEnv('MUSTER_TRUST_PROXY', 'true');
    const { address } = await seenBy({ 'x-forwarded-for': '10.0.0.1, 203.0.113.9' });
    expect(address).toBe('203.0.113.9');
  });

  it('is unknown, one bucket for all, when nothing stamped the request', () => {
    expect(
      peerAddress(new Headers({ 'x-muster-peer': 'no-seal 203.0.113.9', 'x-forwarded-for': '1.2.3.4' })),
    ).toBe('unknown');
  });

  it('counts proxies from the right', () => {
    expect(clientAddress('10.0.0.2', 'a, b, c', 2)).toBe('b');
    expect(clientAddress('10.0.0.2', 'a', 3)).toBe('a');
    expect(clientAddress('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
    expect(clientAddress('::ffff:192.0.2.1', 'a', 0)).toBe('192.0.2.1');
  });
});

describe('whenIdle', () => {
  it('waits for the answers that are under way', async () => {
    hookRequests();
    let answer = () => undefined as unknown;
    const server = http.createServer((_request, response) => {
      answer = () => response.end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const asked = new Promise((resolve) =>
      http.get({ port, host: '127.0.0.1' }, (response) => response.resume().on('end', resolve)),
    );
    await vi.waitFor(() => expect(server.listenerCount('request')).toBe(1));
    await new Promise((resolve) => server.once('request', resolve));
    let idle = false;
    const waiting = whenIdle().then(() => {
      idle = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(idle).toBe(false);
    answer();
    await Promise.all([asked, waiting]);
    expect(idle).toBe(true);
    await new Promise((resolve) => server.close(resolve));
  });
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { clientAddress, networkOf, peerAddress, stampPeer } from './peer';
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

  it('stays the client’s when the server asks itself on a client’s behalf, host and all', async () => {
    const stamped = { headers: { host: 'muster.example' }, socket: { remoteAddress: '203.0.113.9' } };
    stampPeer(stamped as never);
    const { 'x-muster-peer': seal = '' } = stamped.headers as Record<string, string>;
    const { address, headers } = await seenBy({
      'x-muster-peer': seal,
      'x-forwarded-host': '127.0.0.1:3000',
    });
    expect(address).toBe('203.0.113.9');
    expect(headers.host).toBe('muster.example');
    expect(headers['x-forwarded-for']).toBe('203.0.113.9');
    expect(headers['x-forwarded-host']).toBeUndefined();
  });

  it('counts as its network where that is IPv6', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:0db8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    for (const other of ['203.0.113.9', 'unknown', 'ada@example.org']) expect(networkOf(other)).toBe(other);
  });

  it('counts proxies from the right', () => {
    expect(clientAddress('10.0.0.2', '192.0.2.1, 192.0.2.2, 192.0.2.3', 2)).toBe('192.0.2.2');
    expect(clientAddress('10.0.0.2', '192.0.2.1', 3)).toBe('192.0.2.1');
    expect(clientAddress('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
    expect(clientAddress('::ffff:192.0.2.1', '192.0.2.9', 0)).toBe('192.0.2.1');
  });

  it('is an address without its port, and never a word that a proxy let pass', () => {
    const behindOne = (forwarded: string) => clientAddress('10.0.0.2', forwarded, 1);
    expect(behindOne('192.0.2.1:50001')).toBe('192.0.2.1');
    expect(behindOne('[2001:db8::1]:50001')).toBe('2001:db8::1');
    expect(behindOne('[2001:db8::1]')).toBe('2001:db8::1');
    expect(behindOne('2001:db8::1')).toBe('2001:db8::1');
    expect(behindOne('::ffff:192.0.2.1')).toBe('192.0.2.1');
    for (const junk of ['unknown', 'a', '', '192.0.2.1, ', '999.1.1.1', '_hidden', '1.2.3.4 5']) {
      expect(behindOne(junk), junk).toBe('10.0.0.2');
    }
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

/** Which address does a request come from? The socket's, whatever headers the client sends. */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

import { trustedProxies } from './environment';
import { singleton } from './singleton';

const HEADER = 'x-muster-peer';
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
];

/** Only this process knows it: a header that carries it was written here, not sent by a client. */
const seal = () => singleton('peer-seal', () => randomBytes(16).toString('hex'));

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

/** Some proxies write the port as well, which would make every connection a stranger; what is no address is none. */
function bareAddress(hop: string): string | null {
  const [, inBrackets, beforePort] = /^(?:\[([^\]]+)\](?::\d+)?|([^:]+):\d+)$/.exec(hop) ?? [];
  const address = inBrackets ?? beforePort ?? hop;
  return isIP(address) ? address : null;
}

/** Returns the client's address, given the socket's and the X-Forwarded-For header that nearest proxies appended to. */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  if (proxies > 0 && forwardedFor) {
    const hops = forwardedFor.split(',').map((hop) => hop.trim());
    const hop = bareAddress(hops[Math.max(0, hops.length - proxies)] ?? '');
    if (hop) return plainAddress(hop);
  }
  return plainAddress(socketAddress);
}

/** Replaces what a client claims of its address, host and protocol by what this process knows. */
export function stampPeer(request: IncomingMessage): void {
  if (isFromOurselves(request)) return;
  const proxies = trustedProxies();
  const forwardedFor = request.headers['x-forwarded-for'];
  const claimed = Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor;
  const address = clientAddress(request.socket.remoteAddress ?? 'unknown', claimed, proxies);
  if (proxies === 0) {
    for (const name of FORWARDED) delete request.headers[name];
    request.headers['x-forwarded-for'] = address;
  }
  request.headers[HEADER] = `${seal()} ${address} ${request.headers.host ?? ''}`;
}

/**
 * Next asks its own server anew when an action belongs to another page, headers and all, from the loopback address
 * and under its own name. Such a request is still that of the client who was stamped.
 */
function isFromOurselves({ headers }: IncomingMessage): boolean {
  const [mark, address, host] = String(headers[HEADER] ?? '').split(' ');
  if (mark !== seal()) return false;
  if (host) headers.host = host;
  if (trustedProxies() === 0) {
    for (const name of FORWARDED) delete headers[name];
    headers['x-forwarded-for'] = address;
  }
  return true;
}

/** Returns what attempts from an address are counted under: of IPv6 the network, for a customer has 2^64 addresses of it. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const missing = address.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0;
  const groups = [...first, ...Array<string>(missing).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** Returns the address that `stampPeer` wrote; `unknown` (one bucket for all) when it did not see the request. */
export function peerAddress(headers: Pick<Headers, 'get'>): string {
  const [mark, address] = (headers.get(HEADER) ?? '').split(' ');
  return mark === seal() && address ? address : 'unknown';
}

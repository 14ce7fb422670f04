/** Which headers does every answer carry, whoever makes it? And which requests need no other answer? */

import type { IncomingMessage, ServerResponse } from 'node:http';

import { isHttps } from './environment';
import { isSameOrigin } from './origin';

/** Pages, routes, files, redirects and errors alike. */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
} as const;

/** For whatever is no page; `proxy.ts` gives pages their own, with a nonce. */
const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";
/** A script that runs as a worker has the policy of its own file. */
const FILE_POLICY = "default-src 'self'; frame-ancestors 'none'";
const ONE_YEAR_S = 365 * 24 * 60 * 60;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Next fails on a file that is asked for otherwise. */
const FILE_METHODS = ['GET', 'HEAD'];
const FILES = '/_next/static/';

/** Sets what the answer carries unless Next, a page or a route says otherwise, and lets nobody keep it. */
export function setAnswerHeaders(path: string, response: Pick<ServerResponse, 'setHeader'>): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (isHttps()) response.setHeader('Strict-Transport-Security', `max-age=${ONE_YEAR_S}`);
  const isFile = path.startsWith(FILES);
  response.setHeader('Content-Security-Policy', isFile ? FILE_POLICY : CLOSED_POLICY);
  // Built files carry their content's name: Next lets them be kept for ever.
  if (!isFile) response.setHeader('Cache-Control', 'private, no-store');
}

/**
 * Prepares the answer, and gives it at once to a request that Next would fail on; returns whether it did. A path
 * with stray percent signs means what it says, so that there is nothing at it instead of an error.
 */
export function openAnswer(request: IncomingMessage, response: ServerResponse): boolean {
  request.url = ownTarget(request.url ?? '/');
  const [path = '/', ...query] = request.url.split('?');
  setAnswerHeaders(path, response);
  if (!isWellFormed(path)) request.url = [path.replaceAll('%', '%25'), ...query].join('?');
  const methods = path.startsWith(FILES) ? FILE_METHODS : METHODS;
  if (!methods.includes(request.method ?? '')) {
    response.writeHead(405, { Allow: methods.join(', ') }).end();
    return true;
  }
  if (!path.startsWith('/')) {
    // The asterisk, which asks what the whole server can do, and what is no path at all.
    const isAsked = path === '*' && request.method === 'OPTIONS';
    response.writeHead(isAsked ? 204 : 400, isAsked ? { Allow: METHODS.join(', ') } : {}).end();
    return true;
  }
  if (isTooLarge(request, path)) {
    response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
    response.end('This is more than a page sends. A file may have at most 1 MiB.\n');
    return true;
  }
  if (!isForeignAction(request, path)) return false;
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('This request did not come from a page of this site. Reload the page and try again.\n');
  return true;
}

/** A target may name a server before its path, as for a proxy. We are none: whichever it names, this one is asked. */
function ownTarget(target: string): string {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '');
  return path === target || path.startsWith('/') ? path : `/${path}`;
}

/** As much as `next.config.ts` lets an action take; Next fails on more. Routes say themselves what they take. */
const MOST_BYTES = 8 * 1024 * 1024;

function isTooLarge({ headers }: IncomingMessage, path: string): boolean {
  return !path.startsWith('/api/') && Number(headers['content-length'] ?? 0) > MOST_BYTES;
}

/** Next fails on an action that another site sends; one without Origin, and the routes, are refused and audited by themselves. */
function isForeignAction({ method, headers }: IncomingMessage, path: string): boolean {
  if (method !== 'POST' || path.startsWith('/api/') || headers.origin === undefined) return false;
  return !isSameOrigin({ get: (name) => headers[name]?.toString() ?? null });
}

function isWellFormed(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

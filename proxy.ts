/** What does every page get before it is rendered? A nonce for its scripts; strangers are sent to the sign-in. Never the guard. */

import { type NextRequest, NextResponse } from 'next/server';

const SESSION_COOKIE = /^(?:__Secure-)?authjs\.session-token(?:\.\d+)?$/;
const NEEDS_ACCOUNT = /^\/(?:w|account)(?:\/|$)/;
const development = process.env.NODE_ENV === 'development';

export function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce);
  const { pathname, search } = request.nextUrl;
  const signedIn = request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name));
  if (!signedIn && NEEDS_ACCOUNT.test(pathname) && (request.method === 'GET' || request.method === 'HEAD')) {
    const target = request.nextUrl.clone();
    target.pathname = '/sign-in';
    target.search = `?${new URLSearchParams({ next: pathname + search })}`;
    return NextResponse.redirect(target);
  }
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-muster-path', pathname + search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** Style attributes stay allowed: server rendering writes them, and they cannot fetch or run anything here. */
function contentSecurityPolicy(nonce: string): string {
  const rules = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The development server's error overlay writes styles of its own.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (/^https:/i.test(process.env.MUSTER_URL ?? '')) rules.push('upgrade-insecure-requests');
  return rules.join('; ');
}

/** Not the API: a proxy in the way would hold a copy of every upload. */
export const config = {
  matcher: ['/((?!api/|_next/static/).*)'],
};

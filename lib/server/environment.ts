/** How is this server set up? The environment variables, read in one place. */

import path from 'node:path';

/** The folder of the database, the backups and the secret; `./data` unless MUSTER_DATA_DIR says otherwise. */
export function dataDirectory(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.MUSTER_DATA_DIR || 'data');
}

/** The address that people type, without a trailing slash: MUSTER_URL, else the local one. */
export function publicUrl(): string {
  const given = process.env.MUSTER_URL?.trim();
  if (given) return given.replace(/\/+$/, '');
  const host = process.env.HOST?.trim();
  const name = !host || host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name}:${process.env.PORT?.trim() || '3000'}`;
}

/** Whether MUSTER_URL says that people reach this server by https; then cookies are sent over https only. */
export function isHttps(): boolean {
  return /^https:/i.test(process.env.MUSTER_URL?.trim() ?? '');
}

/**
 * How many proxies in front of this server are trusted to add to X-Forwarded-For: 0 unless MUSTER_TRUST_PROXY is
 * a number, or `true` for one.
 */
export function trustedProxies(): number {
  const value = process.env.MUSTER_TRUST_PROXY?.trim().toLowerCase() ?? '';
  if (value === 'true' || value === 'yes') return 1;
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : 0;
}

/** Whether anybody may make an account; unless MUSTER_SIGNUP is `open`, an invitation is needed. */
export function isSignUpOpen(): boolean {
  return process.env.MUSTER_SIGNUP?.trim().toLowerCase() === 'open';
}

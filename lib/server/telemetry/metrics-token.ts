/** Does who asks for the metrics hold their token? */

import { createHash, timingSafeEqual } from 'node:crypto';

import { metricsToken } from './metrics';

/** Compares in a time that tells nothing of the token, neither its characters nor its length. */
export function hasMetricsToken(authorization: string | null): boolean {
  const token = metricsToken();
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return token !== '' && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());

/** Does this request come from one of our own pages? Browsers send Origin with everything that may change something. */

import { isHttps, publicUrl } from './environment';

/**
 * Says whether Origin names this server: the host that the request was sent to, or the one of MUSTER_URL.
 * A request without Origin is refused; browsers send it with every POST.
 */
export function isSameOrigin(headers: Pick<Headers, 'get'>): boolean {
  const origin = parse(headers.get('origin'));
  if (!origin) return false;
  const ours = parse(publicUrl());
  if (process.env.MUSTER_URL && ours && origin.origin === ours.origin) return true;
  if (isHttps() && origin.protocol !== 'https:') return false;
  return origin.host === headers.get('host')?.toLowerCase();
}

function parse(text: string | null): URL | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

/** What is told of a request that was answered? A line of the log and a number; by the pattern of its route, never its address. */

import 'server-only';

import { log } from '../log';
import type { Answered } from '../requests';
import { routePattern } from '../route-pattern';
import { observeAnswer } from './metrics';

/** Health is asked for every few seconds, and nobody reads that it was. */
const QUIET = new Set([
  ...['static', '/api/health/live', '/api/health/ready', '/api/metrics'],
  // Nor that somebody pressed a key.
  ...['/api/w/[workspace]/live/[agent]', '/api/w/[workspace]/live/[agent]/updates'],
]);

/** Tells of an answer. */
export function tellAnswer({ id, method, path, status, milliseconds, whole }: Answered): void {
  const route = routePattern(path);
  observeAnswer({ route, method, status, milliseconds });
  const level = QUIET.has(route) ? 'debug' : 'info';
  const cut = whole ? {} : { cut: true };
  log[level](
    { requestId: id, method: method.slice(0, 20), route, status, ms: Math.round(milliseconds), ...cut },
    'answered',
  );
}

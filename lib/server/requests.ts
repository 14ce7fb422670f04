/** What happens to every request before Next sees it? Its address is stamped, and it is counted until it is answered. */

import http, { type IncomingMessage, type ServerResponse } from 'node:http';

import { stampPeer } from './peer';
import { singleton } from './singleton';

interface UnderWay {
  count: number;
  idle: (() => void)[];
}

const underWay = () => singleton<UnderWay>('requests-under-way', () => ({ count: 0, idle: [] }));

/**
 * Hooks into all HTTP servers of this process, also those that are listening already. Next answers with its own
 * server and offers no place that sees the socket, so the event itself is where this can be done.
 */
export function hookRequests(): void {
  singleton('request-hook', () => {
    const emit = http.Server.prototype.emit;
    http.Server.prototype.emit = function hooked(
      this: http.Server,
      event: string | symbol,
      ...args: unknown[]
    ) {
      if (event === 'request') {
        stampPeer(args[0] as IncomingMessage);
        count(args[1] as ServerResponse);
      }
      return Reflect.apply(emit, this, [event, ...args]);
    } as typeof emit;
    return true;
  });
}

function count(response: ServerResponse): void {
  const state = underWay();
  state.count += 1;
  response.once('close', () => {
    state.count -= 1;
    if (state.count === 0) for (const done of state.idle.splice(0)) done();
  });
}

/** Resolves as soon as no request is being answered. */
export async function whenIdle(): Promise<void> {
  const state = underWay();
  if (state.count > 0) await new Promise<void>((resolve) => state.idle.push(resolve));
}

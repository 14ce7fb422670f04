/** What happens to every request before Next sees it? It gets an address and an id, and is counted until it is answered. */

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import net from 'node:net';

import { openAnswer } from './answer-headers';
import { trustedProxies } from './environment';
import { peerAddress, stampPeer } from './peer';
import { asRequest, newRequestId } from './request-context';
import { singleton } from './singleton';

export const REQUEST_ID = 'x-request-id';
/** What a proxy may call a request: nothing that could break out of a line or a header. */
const FROM_PROXY = /^[\w.:=/+-]{1,128}$/;
/** How long clients have, when the server stops, to hear on the connections that they keep that these end. */
const GRACE_MS = 500;

export interface Answered {
  id: string;
  method: string;
  /** Path without query; it may hold what is nobody else's business. */
  path: string;
  status: number;
  milliseconds: number;
  /** Whether the answer was sent to its end. */
  whole: boolean;
}

interface Traffic {
  responses: Set<ServerResponse>;
  servers: Set<http.Server>;
  draining: boolean;
  idle: (() => void)[];
  answered: (answer: Answered) => void;
}

const traffic = () =>
  singleton<Traffic>('traffic', () => ({
    responses: new Set(),
    servers: new Set(),
    draining: false,
    idle: [],
    answered: () => undefined,
  }));

/**
 * Hooks into all HTTP servers of this process, also those that are listening already. Next answers with its own
 * server and offers no place that sees the socket, so the event itself is where this can be done.
 */
export function hookRequests(answered: (answer: Answered) => void = () => undefined): void {
  traffic().answered = answered;
  singleton('request-hook', () => {
    const emit = http.Server.prototype.emit;
    http.Server.prototype.emit = function hooked(
      this: http.Server,
      event: string | symbol,
      ...args: unknown[]
    ) {
      if (event === 'connection') speakHttpOnly(this);
      if (event !== 'request') return Reflect.apply(emit, this, [event, ...args]);
      const [request, response] = args as [IncomingMessage, ServerResponse];
      const id = begin(this, request, response);
      if (openAnswer(request, response)) return true;
      return asRequest({ id }, () => Reflect.apply(emit, this, [event, ...args]));
    } as typeof emit;
    return true;
  });
}

/**
 * Next leaves a connection that asks for another protocol open for ever, whoever asks. Without listeners such a wish is
 * passed over, as the standard has it, and the request is answered like others. Development reloads pages by it.
 */
function speakHttpOnly(server: http.Server): void {
  if (process.env.NODE_ENV !== 'development') server.removeAllListeners('upgrade');
}

function begin(server: http.Server, request: IncomingMessage, response: ServerResponse): string {
  const state = traffic();
  // Next may ask its own server on a client's behalf; that is still the client's request.
  const isOwn = peerAddress({ get: (name) => String(request.headers[name] ?? '') }) !== 'unknown';
  stampPeer(request);
  const id = idOf(request, isOwn);
  request.headers[REQUEST_ID] = id;
  response.setHeader(REQUEST_ID, id);
  if (state.draining) response.setHeader('connection', 'close');
  state.servers.add(server);
  state.responses.add(response);
  const began = performance.now();
  response.once('close', () => {
    state.responses.delete(response);
    if (!isOwn) {
      state.answered({
        id,
        method: request.method ?? '',
        path: (request.url ?? '/').split('?', 1)[0] ?? '/',
        status: response.statusCode,
        milliseconds: performance.now() - began,
        whole: response.writableFinished,
      });
    }
    if (state.responses.size === 0) for (const done of state.idle.splice(0)) done();
  });
  return id;
}

function idOf(request: IncomingMessage, isOwn: boolean): string {
  const claimed = String(request.headers[REQUEST_ID] ?? '');
  return (isOwn || trustedProxies() > 0) && FROM_PROXY.test(claimed) ? claimed : newRequestId();
}

/** Says whether the server has been told to stop. */
export function isDraining(): boolean {
  return traffic().draining;
}

/** Resolves as soon as no request is being answered. */
export async function whenIdle(): Promise<void> {
  const state = traffic();
  if (state.responses.size > 0) await new Promise<void>((resolve) => state.idle.push(resolve));
}

/**
 * Takes no new connections, and ends each that is there after its answer. Those that clients keep for later stay
 * a moment longer: a request may be on its way, and gets its answer with the word that it was the last.
 */
export async function stopListening(): Promise<void> {
  const state = traffic();
  state.draining = true;
  for (const response of state.responses) {
    if (!response.headersSent) response.setHeader('connection', 'close');
  }
  const open = await Promise.all(
    [...state.servers].map((server) => {
      // Not the method of http.Server: that would cut off the connections that are idle now.
      if (server.listening) net.Server.prototype.close.call(server);
      return new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count ?? 0)));
    }),
  );
  if (open.some((count) => count > 0)) await new Promise((resolve) => setTimeout(resolve, GRACE_MS));
  for (const server of state.servers) server.closeIdleConnections();
}

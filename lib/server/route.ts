/** How does a route answer? Behind the same guard as pages and actions, with statuses that say what happened. */

import 'server-only';

import { type ActionError, type AgentFilter, agentFilter, type ErrorCode } from '@/lib/contract';
import { type Guard, PERSON_HEADER, type Permission } from '@/lib/policy';

import { findAccess, type Scope } from './access';
import { auditRefusal } from './audit';
import { PRIVATE_HEADERS } from './export/headers';
import { accessFailure, Failure, signedOutFailure, toActionError } from './failure';
import { isSameOrigin } from './origin';
import { requirePageOf } from './page-of';
import { currentClient, currentSession, type Session } from './session';

const STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** Answers with JSON that nobody else may keep. */
export function json(data: unknown, status = 200): Response {
  return Response.json(data, { status, headers: PRIVATE_HEADERS });
}

/** Answers with an error as actions give it. */
export function errorResponse({ code, message, ref }: ActionError): Response {
  return json({ error: { code, message, ...(ref && { ref }) } }, STATUS[code]);
}

/** As `errorResponse`; whoever opened the address in a browser reads the words, and not their wrapping. */
function refusal(request: Request, error: ActionError): Response {
  if (request.headers.get('sec-fetch-mode') !== 'navigate') return errorResponse(error);
  const headers = { ...PRIVATE_HEADERS, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(`${error.message}\n`, { status: STATUS[error.code], headers });
}

/** Next answers HEAD by the handler of GET. */
const READING = new Set(['GET', 'HEAD']);

type Params = { workspace: string };
type Context<P extends Params> = { params: Promise<P> };
type Handler<P extends Params> = (request: Request, context: Context<P>) => Promise<Response>;

const guards = new WeakMap<object, Guard>();

/** Returns the permission of a handler made by `route`. */
export function guardOfRoute(handler: object): Guard | undefined {
  return guards.get(handler);
}

/** Returns the handler of a route in a workspace. Whatever may change something has to come from one of our own pages. */
export function route<P extends Params>(
  permission: Permission,
  answer: (request: Request, scope: Scope, params: P) => Promise<Response>,
): Handler<P> {
  const handler: Handler<P> = async (request, { params }) => {
    const { pathname } = new URL(request.url);
    const event = `${permission} ${request.method}`;
    const client = await currentClient();
    let refused: { session: { user: { id: string } } | null; workspaceId: string | null } = {
      session: null,
      workspaceId: null,
    };
    try {
      if (!READING.has(request.method) && !isSameOrigin(request.headers)) {
        throw new Failure('bad_origin', 'This request did not come from a page of this site.');
      }
      requirePageOf(await currentSession(), request.headers.get(PERSON_HEADER));
      const access = await findAccess((await params).workspace, permission);
      if (!access.ok) {
        const { userId, workspaceId } = access;
        refused = { session: userId ? { user: { id: userId } } : null, workspaceId };
        throw accessFailure(access.code);
      }
      refused = { session: { user: access.scope.user }, workspaceId: access.scope.workspaceId };
      return await answer(request, access.scope, await params);
    } catch (error) {
      const said = toActionError(error, pathname);
      if (said.code !== 'too_large') await auditRefusal(event, said, { client, ...refused });
      return refusal(request, said);
    }
  };
  guards.set(handler, permission);
  return handler;
}

/** Returns the handler of a route that a signed-in person asks about themselves, and that changes nothing. */
export function personRoute(answer: (request: Request, session: Session) => Promise<Response>) {
  const handler = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const session = await currentSession();
    try {
      requirePageOf(session, request.headers.get(PERSON_HEADER));
      if (!session) throw signedOutFailure();
      return await answer(request, session);
    } catch (error) {
      const said = toActionError(error, pathname);
      await auditRefusal(`account ${request.method}`, said, {
        ...{ client: await currentClient(), session, workspaceId: null },
      });
      return refusal(request, said);
    }
  };
  guards.set(handler, 'signed-in');
  return handler;
}

/** Returns the handler of a route that anybody may ask, and that says nothing of anybody. */
export function publicRoute(answer: (request: Request) => Promise<Response>) {
  const handler = async (request: Request): Promise<Response> => {
    try {
      return await answer(request);
    } catch (error) {
      return errorResponse(toActionError(error, new URL(request.url).pathname));
    }
  };
  guards.set(handler, 'public');
  return handler;
}

/** Returns the body if it has at most `limit` bytes, else null; it stops reading at the first byte too many. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Returns the body as JSON; undefined when it is larger than `limit` bytes or none. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const body = await readBody(request, limit);
  if (!body) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** Returns the filter as the queries take it; throws when an address asks for what cannot be. */
export function requireFilter(asked: AgentFilter): AgentFilter {
  const { success, data } = agentFilter.safeParse(asked);
  if (success) return data;
  throw new Failure('invalid_input', 'This address asks for what no agent can have. Clear the filters.');
}

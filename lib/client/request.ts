/** What did a route answer? Data, or an error with words that a person can act on. */

import type { ActionError } from '@/lib/contract';

/** A request that brought no data; `error` says what to do. */
export class RequestError extends Error {
  readonly error: ActionError;

  constructor(error: ActionError) {
    super(error.message);
    this.name = 'RequestError';
    this.error = error;
  }
}

/** Said when no answer came at all. */
export const UNREACHABLE: ActionError = {
  code: 'unavailable',
  message: 'The server did not answer. Nothing was changed; try again when it runs.',
};

const byStatus: Record<number, ActionError> = {
  401: {
    code: 'unauthenticated',
    message: 'You are signed out. Sign in again in another tab, then repeat this.',
  },
  403: { code: 'forbidden', message: 'Your role does not allow this.' },
  404: { code: 'not_found', message: 'This workspace does not exist for you any more.' },
  413: { code: 'too_large', message: 'The file is larger than 1 MiB.' },
  429: { code: 'rate_limited', message: 'That was too much at once. Wait a minute and try again.' },
};

/** The JSON of a response that went well; throws `RequestError` otherwise. */
export async function readAnswer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw new RequestError(
    errorOf(body) ??
      byStatus[response.status] ?? {
        code: 'internal',
        message: `The server answered ${response.status}. Try again; the terminal that runs Muster says why.`,
      },
  );
}

/** The error in an answer, as `{ error: ActionError }` or bare. */
function errorOf(body: unknown): ActionError | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const inner = 'error' in body ? body.error : body;
  if (typeof inner !== 'object' || inner === null) return undefined;
  return 'code' in inner && 'message' in inner ? (inner as ActionError) : undefined;
}

/** Fetches JSON; throws `RequestError` with words when it fails, and lets an abort pass as it is. */
export async function requestJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init?.signal?.aborted) throw cause;
    throw new RequestError(UNREACHABLE);
  });
  return readAnswer<T>(response);
}

/** Which request is this code answering? Its id stands in every line of the log, in the answer, and where something fails. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

import { singleton } from './singleton';

export interface CurrentRequest {
  id: string;
}

const context = () => singleton('request-context', () => new AsyncLocalStorage<CurrentRequest>());

/** Runs `work`, and all that it starts, as the answer to this request. */
export function asRequest<T>(request: CurrentRequest, work: () => T): T {
  return context().run(request, work);
}

/** Returns the id of the request that is being answered; undefined outside of any. */
export function currentRequestId(): string | undefined {
  return context().getStore()?.id;
}

/** Returns an id that no other request has. */
export function newRequestId(): string {
  return randomBytes(6).toString('hex');
}

/** Returns what a person is told to look for in the log: the id of the request, or outside of any a new one. */
export function reference(): string {
  return currentRequestId() ?? newRequestId();
}

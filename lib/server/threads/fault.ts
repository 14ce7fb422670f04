/** Why did a thread not answer, and what does a person hear of it? */

import { Failure } from '../failure';

/** `lost`: it died, perhaps of another job. `too-long`: this job. `busy`: too many wait. `stopping`: the server ends. */
export type Fault = 'lost' | 'too-long' | 'busy' | 'stopping';

const WORDS: Record<Fault, string> = {
  lost: 'The server lost this work half-way. Try again.',
  'too-long': 'This took longer than the server allows, so it was stopped. Try again, or with less at once.',
  busy: 'The server is busy. Try again in a minute.',
  stopping: 'The server is stopping. Try again in a moment.',
};

/**
 * Returns what a thread throws. Not yet a failure: pages and routes are bundled apart and share the threads, so the
 * class of a failure would be that of whoever was first.
 */
export function threadFault(fault: Fault): Error & { fault: Fault } {
  return Object.assign(new Error(`thread: ${fault}`), { fault });
}

/** Returns the fault of an error that a thread threw; null of any other. */
export function faultOf(error: unknown): Fault | null {
  const { fault } = (error ?? {}) as { fault?: unknown };
  return typeof fault === 'string' && fault in WORDS ? (fault as Fault) : null;
}

/** As the work of a thread, but faults are failures in words. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const fault = faultOf(error);
    throw fault ? new Failure('unavailable', WORDS[fault]) : error;
  }
}

/** How is a change of many planned beside the requests? On threads that a pattern which never ends cannot hold. */

import 'server-only';

import { type BulkChange, changeFault } from '@/lib/bulk';
import type { BulkJobs } from '@/lib/workers/protocol';

import { Failure } from './failure';
import { faultOf, inWords } from './threads/fault';
import { getThreads } from './threads/threads';
import { inTurn } from './turns';

/** A few texts take milliseconds; a pattern that takes longer than this takes for ever. */
const PATTERN_LIMIT_MS = 8_000;
const LIMIT_MS = 60_000;

const TOO_LONG =
  'This pattern takes too long, so it was stopped. Make it simpler: no repetition of what is itself repeated, such as (a+)+.';

/** Throws a failure in words when a change can be done in no file. */
export function requireSound(change: BulkChange): void {
  const fault = changeFault(change);
  if (fault) throw new Failure('invalid_input', fault);
}

/** Asks a thread when it is this person's turn; a pattern that takes too long is a failure in words. */
export async function askBulk<Name extends keyof BulkJobs & string>(
  job: Name,
  input: BulkJobs[Name]['input'],
  { userId, signal }: { userId: string; signal?: AbortSignal },
): Promise<BulkJobs[Name]['output']> {
  const isPattern = 'change' in input && input.change.kind === 'replace' && input.change.isPattern;
  const limitMs = isPattern ? PATTERN_LIMIT_MS : LIMIT_MS;
  try {
    const run = () => getThreads().bulk.run(job, input, { limitMs, signal });
    return await inTurn(isPattern ? 'pattern' : 'bulk', userId, run, signal);
  } catch (error) {
    if (isPattern && faultOf(error) === 'too-long') throw new Failure('invalid_input', TOO_LONG);
    return inWords(Promise.reject(error));
  }
}

/** How often is each action done, or refused, and what does it take? */

import 'server-only';

import type { Action } from '@/lib/contract';

import { isRedirect } from '../redirects';
import { observeAction } from './metrics';
import { traced } from './tracing';

/** Returns the action; each call of it is counted, and a span of its request. */
export function watchedAction<Input, Output>(
  event: string,
  run: Action<Input, Output>,
): Action<Input, Output> {
  return (input) =>
    traced('action', { 'muster.event': event }, async () => {
      let outcome = 'failed';
      try {
        const result = await run(input);
        outcome = result.ok ? 'done' : result.error.code;
        return result;
      } catch (error) {
        if (isRedirect(error)) outcome = 'done';
        throw error;
      } finally {
        observeAction(event, outcome);
      }
    });
}

'use client';
/** Does an action run, and what did it answer? */

import { unstable_isUnrecognizedActionError } from 'next/navigation';
import { useCallback, useState, useTransition } from 'react';

import type { Action, ActionError, ActionResult } from '@/lib/contract';

import { asPerson } from './page-person';
import { UNREACHABLE } from './request';

const OUTDATED: ActionError = {
  code: 'unavailable',
  message:
    'Muster was upgraded since this page was opened. Copy what you have not saved, then reload the page.',
};

/** Calls an action and turns a lost connection or an upgraded server into an error with words; redirects pass. */
export async function callAction<Input, Output>(
  action: Action<Input, Output>,
  input: Input,
): Promise<ActionResult<Output>> {
  try {
    return await action(asPerson(input));
  } catch (cause) {
    if (isRedirect(cause)) throw cause;
    return { ok: false, error: isOutdated(cause) ? OUTDATED : UNREACHABLE };
  }
}

/** Whether an action failed because the server was upgraded and does not know this page's actions any more. */
export function isOutdated(cause: unknown): boolean {
  return unstable_isUnrecognizedActionError(cause);
}

/** Next signals redirects and "not found" by throwing errors with such a digest. */
function isRedirect(cause: unknown): boolean {
  const digest = typeof cause === 'object' && cause !== null && 'digest' in cause ? String(cause.digest) : '';
  return digest.startsWith('NEXT_');
}

export interface RunningAction<Input> {
  run: (input: Input) => void;
  busy: boolean;
  error: ActionError | null;
  /** The first problem of a field, by its name. */
  problem: (field: string) => string | undefined;
  clear: () => void;
}

/** Wires an action to a component: `busy` while it runs, `error` when it failed, `onDone` with what it gave. */
export function useAction<Input, Output>(
  action: Action<Input, Output>,
  onDone?: (data: Output, input: Input) => void,
): RunningAction<Input> {
  const [busy, start] = useTransition();
  const [error, setError] = useState<ActionError | null>(null);
  const run = (input: Input) =>
    start(async () => {
      setError(null);
      const result = await callAction(action, input);
      if (result.ok) onDone?.(result.data, input);
      else setError(result.error);
    });
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, problem: (field) => error?.fieldErrors?.[field]?.[0], clear };
}

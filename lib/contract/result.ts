/** What does the server answer to an action? Data, or an error that a person can act on. */

/** The errors that an action can give; each has its own words at the place where it is raised. */
export type ErrorCode =
  | 'invalid_input'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'too_large'
  | 'bad_origin'
  | 'unavailable'
  | 'internal';

/** `message` says what to do; `ref` finds the log line of an internal error. */
export interface ActionError {
  code: ErrorCode;
  message: string;
  fieldErrors?: Record<string, string[]>;
  ref?: string;
}

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionError };

/** A server action as components receive it. */
export type Action<Input, Output> = (input: Input) => Promise<ActionResult<Output>>;

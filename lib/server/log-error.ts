/** What does the log say of an error? Kind, message, code and place; never the values that a query carried. */

interface LoggedError {
  type: string;
  message?: string;
  code?: string;
  query?: string;
  stack?: string | undefined;
  cause?: LoggedError | undefined;
}

/**
 * Returns what may be logged of an error. Drizzle puts the values of a failed query into its message and its stack,
 * and PostgreSQL the row into its detail: texts of files, e-mail addresses, hashes. Of those only the query stays.
 */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPeople(String(error)) };
  const cause = error.cause === undefined ? undefined : loggedError(error.cause);
  const type = error.constructor.name;
  const query = 'query' in error && String(error.query);
  if (query && error.message.includes(query)) return { type, query, cause };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const stack = error.stack && withoutPeople(error.stack);
  return { type, message: withoutPeople(error.message), ...code, stack, cause };
}

/** Hides e-mail addresses, and the user and password of an address of a server. */
function withoutPeople(text: string): string {
  return text.replace(/[^\s@"'<>()[\],;]+@[\w-]+(?:\.[\w-]+)*/g, '[not logged]');
}

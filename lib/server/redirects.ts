/** Is this an error at all? Next leads on to another page by throwing. */

/** Says whether what was thrown is Next's word for another page. */
export function isRedirect(thrown: unknown): boolean {
  return String((thrown as { digest?: unknown } | null)?.digest).startsWith('NEXT_REDIRECT');
}

/** Which workspace was open last? A cookie, so that the home page leads there. */

export const LAST_WORKSPACE_COOKIE = 'muster-workspace';

/** Remembers the workspace for a year. Browser only. */
export function rememberWorkspace(slug: string): void {
  document.cookie = `${LAST_WORKSPACE_COOKIE}=${slug};path=/;max-age=31536000;samesite=lax`;
}

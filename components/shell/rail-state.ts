/** Is the rail wide or narrow? A cookie, so that the server draws it as it was left. */

export const RAIL_COOKIE = 'muster-rail';

/** Says whether the cookie value asks for the narrow rail. */
export function readRailCollapsed(value: string | undefined): boolean {
  return value === 'narrow';
}

/** Remembers the rail for a year. Browser only. */
export function rememberRail(collapsed: boolean): void {
  document.cookie = `${RAIL_COOKIE}=${collapsed ? 'narrow' : 'wide'};path=/;max-age=31536000;samesite=lax`;
}

/** Do the two texts stand side by side or one in the other? Remembered in a cookie, so that the server's page is right at once. */

export type DiffLayout = 'inline' | 'side';

/** The cookie in which the choice is remembered. */
export const LAYOUT_COOKIE = 'muster-diff';

export function readLayout(value: string | undefined): DiffLayout {
  return value === 'side' ? 'side' : 'inline';
}

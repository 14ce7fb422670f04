/** Do the two texts stand side by side or one in the other? The address says it, else a cookie, so that the server's page is right at once. */

export type DiffLayout = 'inline' | 'side';

/** The cookie in which the choice is remembered. */
export const LAYOUT_COOKIE = 'muster-diff';

/** Reads what the address says, and where that says nothing what is remembered. */
export function readLayout(asked: string | undefined, remembered: string | undefined): DiffLayout {
  const said = asked === 'side' || asked === 'inline' ? asked : remembered;
  return said === 'side' ? 'side' : 'inline';
}

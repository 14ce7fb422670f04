/** Is what the page shows only to be looked at? The help then leaves out the keys that would change it. */

import { useEffect } from 'react';

let declared = 0;

/** Declares it for as long as the component is there, such as over a finished merge. */
export function useReadOnlyPage(isReadOnly: boolean): void {
  useEffect(() => {
    if (!isReadOnly) return;
    declared += 1;
    return () => {
      declared -= 1;
    };
  }, [isReadOnly]);
}

/** Says whether some part of the present page has declared it. */
export function isReadOnlyPage(): boolean {
  return declared > 0;
}

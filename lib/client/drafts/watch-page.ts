/** When does a page go away, and when does it come back? */

import type { DraftKeeper } from './draft-keeper';

/** Keeps the draft whenever the page may be about to end; returns how to stop watching. */
export function watchPage(keeper: DraftKeeper): () => void {
  const change = () => {
    if (document.visibilityState === 'hidden') keeper.keepAtOnce();
    else void keeper.comeBack();
  };
  window.addEventListener('pagehide', keeper.keepAtOnce);
  document.addEventListener('visibilitychange', change);
  return () => {
    window.removeEventListener('pagehide', keeper.keepAtOnce);
    document.removeEventListener('visibilitychange', change);
  };
}
